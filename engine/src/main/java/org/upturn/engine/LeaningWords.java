package org.upturn.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A list of words that lean one way, and how many of them stand in a text, negations turning them round. */
final class LeaningWords {
    /** A negation turns round what follows within so many words. */
    private static final int NEGATION_REACH = 3;

    private static final int FIRST_PICTURE = 0x2600;

    private static final Set<String> NEGATIONS = Resources.lines("negation-words.txt");

    private final Set<String> good;
    private final Set<String> bad;

    LeaningWords(String resource) {
        this.good = leaning(resource, '+');
        this.bad = leaning(resource, '-');
    }

    /** Good words, bad words, and negations of whatever. */
    record Counts(double good, double bad, int negations) {}

    /** @param words of the text, in order */
    Counts in(String text, List<String> words) {
        double goods = 0;
        double bads = 0;
        int negations = 0;
        int negated = -NEGATION_REACH - 1;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean turned = i - negated <= NEGATION_REACH;
            if (NEGATIONS.contains(word)) {
                negated = i;
                negations++;
            } else if (good.contains(word)) {
                goods += turned ? 0 : 1;
                bads += turned ? 1 : 0;
            } else if (bad.contains(word)) {
                // "no problems" is mildly good at most.
                goods += turned ? 0.5 : 0;
                bads += turned ? 0 : 1;
            }
        }
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= FIRST_PICTURE) {
                String picture = Character.toString(text.codePointAt(at));
                goods += good.contains(picture) ? 1 : 0;
                bads += bad.contains(picture) ? 1 : 0;
            }
        }
        return new Counts(goods, bads, negations);
    }

    private static Set<String> leaning(String resource, char side) {
        Set<String> words = new HashSet<>();
        for (String line : Resources.lines(resource)) {
            if (line.charAt(0) == side) {
                words.addAll(List.of(line.substring(2).split(" ")));
            }
        }
        return words;
    }
}
