package org.upturn.server.insights;

/**
 * How the words that show a theme feel.
 *
 * @param negative evidence that feels so, as {@link org.upturn.server.kernel.Feeling} has it
 * @param mean of the sentiment of all of it, −1…+1; not a number when there is none
 */
public record Feelings(long negative, long neutral, long positive, double mean) {
    public static final Feelings NONE = new Feelings(0, 0, 0, Double.NaN);

    public long all() {
        return negative + neutral + positive;
    }
}
