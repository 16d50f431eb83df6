package org.upturn.server.verbatims.review;

/**
 * How often people who looked agreed with the engine about one theme. Only verbatims that somebody judged count, so it
 * says nothing of those that nobody looked at.
 *
 * @param judged verbatims in which somebody judged the theme after the engine had
 * @param agreed those where both said the same
 * @param found those where the engine had said that the theme is there
 * @param confirmed those of them where the person said so too
 */
public record Agreement(String theme, long judged, long agreed, long found, long confirmed) {
    /** Share of the judged ones in which person and engine said the same, 0…1; not a number when nobody judged. */
    public double share() {
        return (double) agreed / judged;
    }

    /** Share of what the engine had found that people confirmed, 0…1; not a number when it had found nothing. */
    public double precision() {
        return (double) confirmed / found;
    }
}
