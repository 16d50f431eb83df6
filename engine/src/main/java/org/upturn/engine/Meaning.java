package org.upturn.engine;

import java.util.List;

/**
 * What the model makes of a text.
 *
 * @param whole vector of the whole text, length 1
 * @param clauses its clauses in order, each with its own vector taken from the same pass over the text
 */
record Meaning(float[] whole, List<Clause> clauses) {

    /** A clause and its vector of length 1. */
    record Clause(Span span, float[] vector) {
        /** Its words in the text. */
        String in(String text) {
            return text.substring(span.start(), span.end());
        }
    }
}
