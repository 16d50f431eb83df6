/**
 * Codes very many stored meanings against a codebook at once: the rule of an ordinary reading, laid out so that a machine
 * can work on hundreds of clauses side by side. It knows directions, words and feelings; not texts, models or files.
 */
@org.jspecify.annotations.NullMarked
package org.upturn.engine.recode;
