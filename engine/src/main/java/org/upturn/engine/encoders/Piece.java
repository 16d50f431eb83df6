package org.upturn.engine.encoders;

/** One piece of a word: its number in the vocabulary and where its part of the word stands in the text (UTF-16). */
public record Piece(int id, int start, int end) {}
