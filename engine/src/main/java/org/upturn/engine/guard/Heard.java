package org.upturn.engine.guard;

/**
 * A theme that was read in what a person said.
 *
 * @param evidence the words that show it, exactly as given
 * @param sentiment how these words feel, −1…+1
 */
public record Heard(String name, String evidence, double sentiment) {
    private static final double CLEARLY_GOOD = 0.3;

    boolean isPraise() {
        return sentiment >= CLEARLY_GOOD;
    }
}
