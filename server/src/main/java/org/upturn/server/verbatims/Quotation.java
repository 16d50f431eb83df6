package org.upturn.server.verbatims;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A person's words cut into pieces, so that a page can mark those that show a theme. The pieces put together are the
 * words exactly as given.
 */
public record Quotation(List<Piece> pieces) {
    /**
     * A stretch of the words.
     *
     * @param themes names of the themes that it shows; empty for the words between
     */
    public record Piece(String text, List<String> themes) {
        public boolean marked() {
            return !themes.isEmpty();
        }
    }

    public Quotation {
        pieces = List.copyOf(pieces);
    }

    public static Quotation of(String words, @Nullable VerbatimReading reading) {
        return of(words, reading == null ? List.of() : reading.themes());
    }

    /** The words with one stretch marked as showing this theme. */
    public static Quotation of(String words, String theme, int start, int end) {
        return of(words, List.of(new ThemeFound("", theme, null, 1, start, end, 0, false)));
    }

    /** The words with those marked that show these themes. */
    public static Quotation of(String words, List<ThemeFound> themes) {
        var cuts = new TreeSet<Integer>(List.of(0, words.length()));
        themes.forEach(theme -> {
            cuts.add(Math.clamp(theme.start(), 0, words.length()));
            cuts.add(Math.clamp(theme.end(), 0, words.length()));
        });
        var pieces = new ArrayList<Piece>();
        int start = 0;
        for (int end : cuts.tailSet(1)) {
            pieces.add(new Piece(words.substring(start, end), shown(themes, start, end)));
            start = end;
        }
        return new Quotation(pieces);
    }

    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    private static List<String> shown(List<ThemeFound> themes, int start, int end) {
        return themes.stream()
                .filter(theme -> theme.start() <= start && theme.end() >= end)
                .map(ThemeFound::name)
                .toList();
    }
}
