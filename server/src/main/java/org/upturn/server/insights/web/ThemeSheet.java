package org.upturn.server.insights.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.upturn.server.insights.Feelings;
import org.upturn.server.insights.Quote;
import org.upturn.server.insights.QuoteFilter;
import org.upturn.server.insights.ThemeStory;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.PathPart;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.Program;

/**
 * A theme as its page shows it.
 *
 * @param quotes some of the words behind it, with the key of the last one
 */
public record ThemeSheet(List<Program> programs, ThemeStory story, QuoteFilter filter, Slice<Quote> quotes) {
    public ThemeChart chart() {
        return ThemeChart.of(story.waves(), story.changes());
    }

    /** Its key as a parameter of an address. */
    public String query() {
        return URLEncoder.encode(story.theme().id(), StandardCharsets.UTF_8);
    }

    /** The address of the quotations chosen. */
    public String chosen() {
        return "/themes/" + PathPart.of(story.theme().id()) + "?program="
                + story.program().id().value()
                + (story.shown() == null
                        ? ""
                        : "&wave=" + story.shown().wave().id().value())
                + filter.query();
    }

    public FeelingBar feelings() {
        return new FeelingBar(
                story.shown() == null ? Feelings.NONE : story.shown().feelings());
    }

    /** By how many points those who name it move NPS. */
    public Message impact() {
        double impact = story.figures() == null ? Double.NaN : story.figures().impact();
        if (Double.isNaN(impact)) {
            return new Message("theme.impact.everyone");
        }
        long points = Math.round(impact);
        if (points == 0) {
            return new Message("theme.impact.nothing");
        }
        return new Message(points < 0 ? "theme.impact.costs" : "theme.impact.gains", Math.abs(points));
    }
}
