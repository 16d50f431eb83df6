package org.upturn.engine.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.upturn.engine.Words;
import org.upturn.engine.guard.Vocabulary.Weight;

/** The words of a text that say something, in order. */
record Content(List<Word> words) {
    /** @param said as it stands in the text, in lower case */
    record Word(String said, String stem, Weight weight) {
        boolean isSpecific() {
            return weight == Weight.SPECIFIC;
        }

        /** Whether it says more than when, how often and how many. */
        boolean isClaim() {
            return weight == Weight.SPECIFIC || weight == Weight.WEAK;
        }

        boolean isSame(Word other) {
            return Vocabulary.same(stem, other.stem);
        }
    }

    /** @param names that say nothing here */
    static Content of(String text, Collection<String> names) {
        Set<String> known = names.stream()
                .flatMap(name -> Words.of(name).stream())
                .map(Words::stem)
                .collect(Collectors.toSet());
        var words = new ArrayList<Word>();
        for (String word : Words.of(text)) {
            String stem = Words.stem(word);
            Weight weight = known.contains(stem) ? Weight.NOTHING : Vocabulary.weight(stem);
            if (weight != Weight.NOTHING) {
                words.add(new Word(word, stem, weight));
            }
        }
        return new Content(List.copyOf(words));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    List<Word> specific() {
        return words.stream().filter(Word::isSpecific).toList();
    }

    boolean has(Word word) {
        return words.stream().anyMatch(word::isSame);
    }

    /** Those of ours that the other has too, each once. */
    List<Word> in(Content other) {
        var shared = new ArrayList<Word>();
        for (Word word : words) {
            if (other.has(word) && shared.stream().noneMatch(word::isSame)) {
                shared.add(word);
            }
        }
        return shared;
    }

    /** Two that follow each other here and, in either order, there: “support” and “called”. */
    List<Word> pairIn(Content other) {
        for (int i = 0; i + 1 < words.size(); i++) {
            Word one = words.get(i);
            Word next = words.get(i + 1);
            if (!one.isSame(next) && other.hasPair(one, next)) {
                return List.of(one, next);
            }
        }
        return List.of();
    }

    private boolean hasPair(Word one, Word other) {
        for (int i = 0; i + 1 < words.size(); i++) {
            Word first = words.get(i);
            Word second = words.get(i + 1);
            if (first.isSame(one) && second.isSame(other) || first.isSame(other) && second.isSame(one)) {
                return true;
            }
        }
        return false;
    }
}
