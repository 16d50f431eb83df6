package org.upturn.engine.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upturn.engine.Words;

/** How much a word says, and which words are one. The lists lie beside it in {@code /followups}, to be read and disputed. */
final class Vocabulary {
    private static final int SHORTEST_KIN = 5;
    private static final double KIN = 0.65;

    private static final Set<String> STOP = stems("stop-words.txt");
    private static final Set<String> GENERIC = stems("generic-words.txt");
    private static final Set<String> CIRCUMSTANCES = stems("circumstances.txt");
    private static final Set<String> WEAK = stems("weak-words.txt");
    private static final Map<String, String> SAME = same();

    private Vocabulary() {}

    /** How much a word says about one person’s concern. */
    enum Weight {
        NOTHING,
        /** When, how often, how many. */
        CIRCUMSTANCE,
        /** It names the occasion, which many share. */
        WEAK,
        SPECIFIC
    }

    static Weight weight(String stem) {
        if (stem.length() < 2 || STOP.contains(stem) || GENERIC.contains(stem)) {
            return Weight.NOTHING;
        }
        if (CIRCUMSTANCES.contains(stem) || stem.chars().allMatch(Character::isDigit)) {
            return Weight.CIRCUMSTANCE;
        }
        return WEAK.contains(stem) ? Weight.WEAK : Weight.SPECIFIC;
    }

    static boolean isStop(String stem) {
        return STOP.contains(stem);
    }

    /** The same word, another word for it, or one made of it: <i>integrate</i> and <i>integration</i>. */
    static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        String group = SAME.get(one);
        return group != null && group.equals(SAME.get(other)) || kin(one, other);
    }

    private static boolean kin(String one, String other) {
        int shortest = Math.min(one.length(), other.length());
        int at = 0;
        while (at < shortest && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at >= SHORTEST_KIN && at >= KIN * Math.max(one.length(), other.length());
    }

    private static Set<String> stems(String list) {
        return lines(list).stream().flatMap(Vocabulary::words).map(Words::stem).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> same() {
        var same = new HashMap<String, String>();
        for (String line : lines("same-words.txt")) {
            words(line).forEach(word -> same.putIfAbsent(Words.stem(word), line));
        }
        return Map.copyOf(same);
    }

    private static java.util.stream.Stream<String> words(String line) {
        return Arrays.stream(line.strip().split(" +"));
    }

    private static List<String> lines(String name) {
        try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
