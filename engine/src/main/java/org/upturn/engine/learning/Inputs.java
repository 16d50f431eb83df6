package org.upturn.engine.learning;

/**
 * What a theme is judged by in one text.
 *
 * @param prior log-odds that the codebook alone gives
 * @param whole centred vector of the whole text
 * @param clause centred vector of the clause that speaks most for the theme
 * @param ngrams words and letters of the text
 */
public record Inputs(double prior, float[] whole, float[] clause, Ngrams ngrams) {}
