package org.upturn.engine.phrases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A row of places, each with the words that may stand there. How it is written stands at {@link PhraseBook}. */
record Phrase(List<Place> places) {

    /**
     * One place.
     *
     * @param words the words that fit; empty together with {@code beginnings} when any word fits
     * @param beginnings beginnings of words that fit
     * @param least how often at least a fitting word stands here, 0 or 1
     * @param most how often at most
     */
    record Place(Set<String> words, List<String> beginnings, int least, int most) {
        boolean fits(String word) {
            if (isAny() || words.contains(word)) {
                return true;
            }
            for (String beginning : beginnings) {
                if (word.startsWith(beginning)) {
                    return true;
                }
            }
            return false;
        }

        boolean isAny() {
            return words.isEmpty() && beginnings.isEmpty();
        }
    }

    static Phrase parse(String written, Map<String, String> names) {
        List<Place> places = new ArrayList<>();
        for (String place : written.strip().split(" +")) {
            places.add(place(place, names));
        }
        if (places.getFirst().least() == 0 || places.getFirst().isAny()) {
            throw new IllegalArgumentException("A phrase begins with a word: " + written);
        }
        return new Phrase(places);
    }

    private static Place place(String written, Map<String, String> names) {
        if (written.matches("_+")) {
            return new Place(Set.of(), List.of(), 0, written.length());
        }
        boolean optional = written.endsWith("?");
        Set<String> words = new HashSet<>();
        List<String> beginnings = new ArrayList<>();
        for (String word : alternatives(optional ? written.substring(0, written.length() - 1) : written, names)) {
            if (word.endsWith("*")) {
                beginnings.add(word.substring(0, word.length() - 1));
            } else {
                words.add(word);
            }
        }
        return new Place(words, beginnings, optional ? 0 : 1, 1);
    }

    private static List<String> alternatives(String written, Map<String, String> names) {
        return Arrays.stream(written.split("\\|"))
                .flatMap(word -> word.startsWith("<")
                        ? alternatives(named(word, names), names).stream()
                        : List.of(word).stream())
                .toList();
    }

    private static String named(String name, Map<String, String> names) {
        String words = names.get(name);
        if (words == null) {
            throw new IllegalArgumentException("No words are named " + name);
        }
        return words;
    }

    /**
     * Index after the last word when the phrase stands at {@code at}, else −1. Takes as few words as it can.
     *
     * @param at where a word stands that fits its first place
     */
    int endAt(Tokens tokens, int at) {
        return endAt(tokens, at + 1, 1, at);
    }

    private int endAt(Tokens tokens, int at, int index, int begin) {
        if (index == places.size()) {
            return at;
        }
        Place place = places.get(index);
        int next = at;
        for (int taken = 0; taken <= place.most(); taken++) {
            if (taken >= place.least()) {
                int end = endAt(tokens, next, index + 1, begin);
                if (end >= 0) {
                    return end;
                }
            }
            boolean ended =
                    next >= tokens.size() || next > begin && tokens.get(next).before() == Token.Pause.LONG;
            if (ended || !place.fits(tokens.get(next).word())) {
                return -1;
            }
            next++;
        }
        return -1;
    }
}
