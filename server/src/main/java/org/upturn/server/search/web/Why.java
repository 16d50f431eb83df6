package org.upturn.server.search.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Explanation;
import org.upturn.engine.Theme;
import org.upturn.server.responses.Response;
import org.upturn.server.search.Hit;

/**
 * Why a theme is seen in an answer, or why not, as a page shows it.
 *
 * @param explanation null when there is nothing to read in the answer
 * @param rival the theme that leads instead; null when none does
 */
public record Why(
        Response answer,
        Theme theme,
        @Nullable Explanation explanation,
        @Nullable Theme rival) {
    /** The words to point at, cut where one that weighed begins or ends; those are marked. */
    public List<Hit.Piece> pieces() {
        var pieces = new ArrayList<Hit.Piece>();
        if (explanation == null) {
            return pieces;
        }
        int at = explanation.clue().start();
        int end = explanation.clue().end();
        for (Explanation.Word word : explanation.words()) {
            if (word.start() >= at && word.end() <= end) {
                pieces.add(new Hit.Piece(words(at, word.start()), false));
                pieces.add(new Hit.Piece(words(word.start(), word.end()), true));
                at = word.end();
            }
        }
        pieces.add(new Hit.Piece(words(at, end), false));
        return pieces;
    }

    /** The words of the text that it shares with the theme, each once, the weightiest first. */
    public List<String> shared() {
        return explanation == null
                ? List.of()
                : explanation.words().stream()
                        .sorted((one, other) -> Double.compare(other.weight(), one.weight()))
                        .map(one -> words(one.start(), one.end()).toLowerCase(java.util.Locale.ROOT))
                        .distinct()
                        .toList();
    }

    private String words(int start, int end) {
        return answer.verbatim().substring(start, end);
    }
}
