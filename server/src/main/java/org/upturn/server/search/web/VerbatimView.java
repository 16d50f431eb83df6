package org.upturn.server.search.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Theme;
import org.upturn.server.responses.QuestionResults;
import org.upturn.server.search.Hit;
import org.upturn.server.verbatims.ThemeCoding;

/**
 * One verbatim with all that was made of it.
 *
 * @param more what was answered beyond score and reason
 * @param there themes that are there, by the engine's or a person's word
 * @param possible themes that the engine takes for possible, not more
 * @param denied themes that a person said are not there
 * @param others themes of the codebook that are none of these
 * @param earlier what earlier versions of the codebook found, the latest first
 */
public record VerbatimView(
        Hit hit,
        List<QuestionResults.Answered> more,
        List<Line> there,
        List<Line> possible,
        List<Line> denied,
        List<Theme> others,
        List<Earlier> earlier) {
    public VerbatimView {
        more = List.copyOf(more);
        there = List.copyOf(there);
        possible = List.copyOf(possible);
        denied = List.copyOf(denied);
        others = List.copyOf(others);
        earlier = List.copyOf(earlier);
    }

    /**
     * A theme with its words.
     *
     * @param by who said so; null when it is the engine's word
     */
    public record Line(
            ThemeCoding coding, String evidence, @Nullable String by) {}

    /** The themes of an earlier version. */
    public record Earlier(int version, List<String> themes) {}

    /** Its id in addresses. */
    public String id() {
        return hit.response().id().value().toString();
    }

    /** A stretch of its words. */
    public String words(int start, int end) {
        String verbatim = hit.response().verbatim();
        int to = Math.min(end, verbatim.length());
        return verbatim.substring(Math.min(start, to), to);
    }
}
