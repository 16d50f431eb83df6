package org.upturn.server.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.Contact;
import org.upturn.server.responses.Response;
import org.upturn.server.verbatims.ThemeFound;
import org.upturn.server.verbatims.VerbatimReading;

/**
 * A verbatim that was found, with who said it.
 *
 * @param wave the name of its wave
 * @param reading null while it waits to be read
 * @param item the case of this answer; null when it has none
 * @param marks what was looked for, in the order of the text
 * @param likeness with the verbatim that it was compared with, 0…1; null when it was found by its words
 */
public record Hit(
        Response response,
        Contact contact,
        String wave,
        @Nullable VerbatimReading reading,
        @Nullable UUID item,
        List<Mark> marks,
        @Nullable Double likeness) {
    private static final int LONG = 1_500;

    public Hit {
        marks = List.copyOf(marks);
    }

    /** A stretch of the words, looked for or not. */
    public record Piece(String text, boolean marked) {}

    /** The words cut where a mark begins or ends; put together they are the verbatim exactly as given. */
    public List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        String verbatim = response.verbatim();
        int at = 0;
        for (Mark mark : marks) {
            pieces.add(new Piece(verbatim.substring(at, mark.start()), false));
            pieces.add(new Piece(verbatim.substring(mark.start(), mark.end()), true));
            at = mark.end();
        }
        pieces.add(new Piece(verbatim.substring(at), false));
        return pieces;
    }

    /** Words that show themes, and these. */
    public record Evidence(String words, List<ThemeFound> themes) {}

    /** The evidence of its themes, the most probable first; themes that the same words show stand together. */
    public List<Evidence> evidence() {
        var themes = new LinkedHashMap<String, List<ThemeFound>>();
        if (reading != null) {
            reading.themes()
                    .forEach(one -> themes.computeIfAbsent(
                                    one.evidence(response.verbatim()), absent -> new ArrayList<>())
                            .add(one));
        }
        return themes.entrySet().stream()
                .map(one -> new Evidence(one.getKey(), one.getValue()))
                .toList();
    }

    /** Whether it is so long that a page shows it in a frame of its own. */
    public boolean isLong() {
        return response.verbatim().length() > LONG;
    }
}
