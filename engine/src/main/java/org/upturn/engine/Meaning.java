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

    /** The whole as whole numbers, the largest part at ±127; empty when there is nothing to read. */
    byte[] quantized() {
        float largest = 0;
        for (float part : whole) {
            largest = Math.max(largest, Math.abs(part));
        }
        if (largest == 0) {
            return new byte[0];
        }
        byte[] parts = new byte[whole.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (byte) Math.round(whole[i] / largest * Byte.MAX_VALUE);
        }
        return parts;
    }
}
