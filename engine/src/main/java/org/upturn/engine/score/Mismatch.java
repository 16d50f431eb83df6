package org.upturn.engine.score;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a score and its words do not go together (S0-09). */
public enum Mismatch {
    /** The words clearly go the other way. */
    CONTRADICTION,
    /** A low score without a why: nothing to act on until somebody asks. */
    MISSING_INFORMATION,
    /** The lowest scores with glowing words, or the highest with damning ones: the scale was read upside down. */
    REVERSED_SCALE;

    private static final int HIGHEST_DETRACTOR = 6;
    private static final int LOWEST_PROMOTER = 9;

    /** Scores that only somebody who holds the scale upside down gives with such words (decision of ours, RATIONALE.md). */
    private static final int FIRM_LOW = 2;

    /** So rarely do such words come with such a score or one further out, by the scale's own figures. */
    private static final double CONTRADICTS = 0.05;

    private static final double REVERSES = 0.01;

    /** The word used in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What speaks for or against a score in a text.
     *
     * @param suggested the scores that the words suggest, when they suggest any
     * @param worst sentiment of its worst clause, −1…1
     * @param best sentiment of its best clause, −1…1
     * @param saysWhy whether it names a failure, an action or a consequence, or holds a theme
     */
    public record Words(@Nullable ScoreDistribution suggested, double worst, double best, boolean saysWhy) {
        /** Nothing in it is bad, or nothing good. */
        private boolean isOfOnePiece(boolean good) {
            return good ? worst > 0 : best < 0;
        }
    }

    /** What does not fit, if anything. */
    public static Optional<Mismatch> of(int score, Words words) {
        ScoreDistribution suggested = words.suggested();
        if (suggested != null && score <= HIGHEST_DETRACTOR && suggested.median() >= LOWEST_PROMOTER) {
            return tooGood(score, suggested, words);
        }
        if (suggested != null && score >= LOWEST_PROMOTER && suggested.median() <= HIGHEST_DETRACTOR) {
            return tooBad(score, suggested, words);
        }
        boolean unexplained = score <= HIGHEST_DETRACTOR && !words.saysWhy();
        return unexplained ? Optional.of(MISSING_INFORMATION) : Optional.empty();
    }

    private static Optional<Mismatch> tooGood(int score, ScoreDistribution suggested, Words words) {
        boolean glowing = words.isOfOnePiece(true);
        if (glowing && score <= FIRM_LOW && suggested.atMost(FIRM_LOW) <= REVERSES) {
            return Optional.of(REVERSED_SCALE);
        }
        return glowing && suggested.atMost(score) <= CONTRADICTS ? Optional.of(CONTRADICTION) : Optional.empty();
    }

    private static Optional<Mismatch> tooBad(int score, ScoreDistribution suggested, Words words) {
        boolean damning = words.isOfOnePiece(false);
        if (damning && suggested.atLeast(LOWEST_PROMOTER) <= REVERSES) {
            return Optional.of(REVERSED_SCALE);
        }
        return suggested.atLeast(score) <= CONTRADICTS ? Optional.of(CONTRADICTION) : Optional.empty();
    }
}
