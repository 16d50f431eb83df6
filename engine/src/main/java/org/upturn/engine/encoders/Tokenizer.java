package org.upturn.engine.encoders;

import java.util.List;

/** Cuts texts into pieces of a vocabulary. Thread-safe. */
public sealed interface Tokenizer permits WordPiece, Unigram {
    /** All pieces of the text, in order, without the marks that a model wants around them. */
    List<Piece> pieces(String text);

    /** Number of the mark before the first piece. */
    int opening();

    /** Number of the mark after the last. */
    int closing();
}
