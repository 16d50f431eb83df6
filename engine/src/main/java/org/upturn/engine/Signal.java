package org.upturn.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much a text says. */
public enum Signal {
    /** Something a team could act on. */
    FULL,
    /** Two words or fewer, or a phrase without content: ask what they mean (S4-18, decision 8). It may still name a theme. */
    SILENT,
    /** It answers nothing at all: "n/a", "asdf", a single letter. */
    NONE;

    /** @param text the part of it that can be read */
    static Signal of(String text, @Nullable String question) {
        List<String> words = Words.of(text);
        if (LowSignal.of(text, words, question)) {
            return NONE;
        }
        return Silence.of(text, words) ? SILENT : FULL;
    }
}
