package org.upturn.engine;

import org.jspecify.annotations.Nullable;

/** Which 0…10 score the words of a verbatim suggest. */
final class SuggestedScore {
    /** Below this the words lean too little to name a score. */
    static final double SAYS_ENOUGH = 0.2;

    private SuggestedScore() {}

    /**
     * A straight line from −1 → 0 to +1 → 10. The sentiment model knows English only, so other languages get none.
     *
     * @param sentiment −1…1
     * @return 0…10, or null when the words do not say enough
     */
    static @Nullable Integer of(double sentiment, boolean silent, String language) {
        boolean readable = language.equals("en") || language.equals(Language.UNKNOWN);
        if (silent || !readable || Math.abs(sentiment) < SAYS_ENOUGH) {
            return null;
        }
        return (int) Math.round(5 + 5 * sentiment);
    }
}
