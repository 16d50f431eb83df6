package org.upturn.server.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a verbatim that was looked for.
 *
 * @param start its first UTF-16 index in the verbatim
 * @param end after its last
 */
public record Mark(int start, int end) {
    private static final char BEGIN = '<';
    private static final char END = '>';

    /**
     * What is marked in a verbatim.
     *
     * @param headline the verbatim with every sign but letters and digits blanked and {@code <>} around each word found;
     *     when it does not fit the verbatim, nothing is marked
     */
    static List<Mark> of(String verbatim, String headline) {
        var marks = new ArrayList<Mark>();
        int at = 0;
        int begin = 0;
        for (int sign : headline.codePoints().toArray()) {
            if (sign == BEGIN) {
                begin = at;
            } else if (sign == END) {
                marks.add(new Mark(begin, at));
            } else if (at >= verbatim.length()) {
                return List.of();
            } else {
                at = verbatim.offsetByCodePoints(at, 1);
            }
        }
        return at == verbatim.length() ? marks : List.of();
    }

    /** Those of a phrase: at least so many words marked with no other word between, together as one mark. */
    static List<Mark> together(String verbatim, List<Mark> words, int atLeast) {
        var whole = new ArrayList<Mark>();
        int first = 0;
        for (int next = 1; next <= words.size(); next++) {
            boolean goesOn = next < words.size() && isGap(verbatim, words.get(next - 1).end, words.get(next).start);
            if (!goesOn) {
                if (next - first >= atLeast) {
                    whole.add(new Mark(words.get(first).start, words.get(next - 1).end));
                }
                first = next;
            }
        }
        return whole;
    }

    private static boolean isGap(String verbatim, int start, int end) {
        return verbatim.substring(start, end).codePoints().noneMatch(Character::isLetterOrDigit);
    }

    /** In the order of the text, those that overlap as one. */
    static List<Mark> merged(List<Mark> all) {
        var merged = new ArrayList<Mark>();
        for (Mark mark :
                all.stream().sorted(Comparator.comparingInt(Mark::start)).toList()) {
            Mark last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && mark.start <= last.end) {
                merged.set(merged.size() - 1, new Mark(last.start, Math.max(last.end, mark.end)));
            } else {
                merged.add(mark);
            }
        }
        return merged;
    }
}
