/**
 * The guard of the first sentence: whether a letter names what this person said (S4-10, S1-26, S3-15), and sentences to begin
 * with, made of their own words. Pure: it knows texts, not people, letters or tables.
 */
@org.jspecify.annotations.NullMarked
package org.upturn.engine.guard;
