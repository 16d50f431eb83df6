package org.upturn.server.discovery;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.upturn.engine.Words;
import org.upturn.engine.discovery.Entry;
import org.upturn.server.surveys.WaveId;

/**
 * A verbatim, or what is left of it beside the words that show a theme.
 *
 * @param words the verbatim with blanks in the place of what is covered, so that every index stays
 */
record Uncovered(UUID response, int version, WaveId wave, Instant answeredAt, String words) {
    /** Fewer words than this beside a theme are a rest of its sentence. */
    private static final int FEWEST_WORDS = 3;

    /** The words with these stretches blanked. */
    static String blanked(String verbatim, Integer[] starts, Integer[] ends) {
        char[] left = verbatim.toCharArray();
        for (int i = 0; i < starts.length; i++) {
            int start = Math.clamp(starts[i], 0, left.length);
            Arrays.fill(left, start, Math.clamp(ends[i], start, left.length), ' ');
        }
        return new String(left);
    }

    /** Whether there is anything to group. */
    static boolean saysSomething(String words, boolean partly) {
        return Words.of(words).size() >= (partly ? FEWEST_WORDS : 1);
    }

    Entry entry() {
        return new Entry(response.toString(), words);
    }
}
