package org.upturn.engine;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How much a text says. */
public enum Signal {
    /** Something a team could act on. */
    FULL,
    /** Two words or fewer, or a phrase without content: ask what they mean (S4-18, decision 8). It may still name a theme. */
    SILENT,
    /** It answers nothing at all: "n/a", "asdf", a single letter. */
    NONE;

    /** Words that say how good it is and not what. */
    private static final Set<String> VERDICTS = Set.of(
            "ok",
            "okay",
            "good",
            "fine",
            "great",
            "nice",
            "super",
            "cool",
            "perfect",
            "excellent",
            "amazing",
            "awesome",
            "fantastic",
            "brilliant",
            "wonderful",
            "lovely",
            "love",
            "it",
            "thanks",
            "thank",
            "you",
            "yes",
            "no",
            "very",
            "so",
            "not",
            "all",
            "meh",
            "average",
            "decent",
            "alright");

    /** @param text the part of it that can be read */
    static Signal of(String text, @Nullable String question) {
        List<String> words = Words.of(text);
        if (LowSignal.of(text, words, question)) {
            return NONE;
        }
        return Silence.of(text, words) ? SILENT : FULL;
    }

    /** Whether there are words in which a theme could be: "too slow" is silent and has them, "ok" and a face have not. */
    boolean canNameThemes(String text) {
        if (this == FULL) {
            return true;
        }
        List<String> words = Words.of(text);
        return this == SILENT
                && !words.stream().allMatch(VERDICTS::contains)
                && !Silence.isPhrase(text, words)
                && SlotReader.isAboutSomething(text);
    }
}
