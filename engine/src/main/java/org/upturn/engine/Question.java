package org.upturn.engine;

/**
 * A question to a person that teaches much: is this theme in this text?
 *
 * @param number which of the given texts, from 0
 * @param theme the theme's id in the codebook
 * @param probability what is thought of it so far, 0…1
 */
public record Question(int number, String theme, double probability) {}
