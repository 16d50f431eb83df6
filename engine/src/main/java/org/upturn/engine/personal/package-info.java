/**
 * Finds data in a text that point to a person: addresses, numbers, names of accounts. Names of people are not found; they
 * would need a list of names and would be wrong too often. Precise before greedy: what has a checksum is checked.
 */
@org.jspecify.annotations.NullMarked
package org.upturn.engine.personal;
