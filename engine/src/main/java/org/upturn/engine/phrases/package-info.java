/**
 * Finds phrases of a few words in a text: what people write when they leave, insult or wait. Knows words, pauses and
 * negations, and nothing of what a phrase is good for. Every search takes time in proportion to the text.
 */
@org.jspecify.annotations.NullMarked
package org.upturn.engine.phrases;
