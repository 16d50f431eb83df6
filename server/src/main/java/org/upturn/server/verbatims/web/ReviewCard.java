package org.upturn.server.verbatims.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Theme;
import org.upturn.server.verbatims.Quotation;
import org.upturn.server.verbatims.review.Agreement;
import org.upturn.server.verbatims.review.Reviews;

/**
 * The next question of the review queue.
 *
 * @param asked null when there is nothing left to ask
 * @param theme the theme asked about; null with it
 * @param quotation the words, with those marked that speak for the theme
 * @param lines how people and engine agree on each theme of the codebook
 * @param before what was answered just now, to take it back; null when nothing was
 */
public record ReviewCard(
        Reviews.@Nullable Asked asked,
        @Nullable Theme theme,
        @Nullable Quotation quotation,
        List<Line> lines,
        @Nullable Before before) {
    public ReviewCard {
        lines = List.copyOf(lines);
    }

    /** A theme of the codebook, and its agreement when somebody judged it. */
    public record Line(Theme theme, @Nullable Agreement agreement) {
        /** The theme's id as a value in an address. */
        public String address() {
            return URLEncoder.encode(theme.id(), StandardCharsets.UTF_8);
        }
    }

    /** What was answered just now. */
    public record Before(String response, Theme theme) {}

    /** Verbatims and themes judged so far. */
    public long judged() {
        return lines.stream()
                .mapToLong(
                        line -> line.agreement() == null ? 0 : line.agreement().judged())
                .sum();
    }
}
