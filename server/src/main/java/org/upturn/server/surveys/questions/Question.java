package org.upturn.server.surveys.questions;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A question beyond score and reason. Its words stand in the texts of the questionnaire.
 *
 * @param id the same in every version, so that its answers are counted together
 * @param options ids of its options, in their order; only where it is selected from
 * @param top the highest number of a scale, 2…10; null where it is none
 */
public record Question(
        String id,
        Kind kind,
        List<String> options,
        @Nullable Integer top,
        Condition shown) {
    /** The usual length of a satisfaction scale (CSAT). */
    public static final int USUAL_TOP = 5;

    public Question {
        options = options == null || !kind.hasOptions() ? List.of() : List.copyOf(options);
        top = kind == Kind.SCALE ? top == null ? USUAL_TOP : top : null;
        shown = shown == null ? Condition.ALWAYS : shown;
    }

    /** Where its words stand among the texts. */
    public String key() {
        return "q." + id;
    }

    public String key(String option) {
        return key() + ".o." + option;
    }

    /** The values that are counted: its options, or the numbers of its scale. */
    public List<String> values() {
        return kind == Kind.SCALE
                ? IntStream.rangeClosed(1, top).mapToObj(String::valueOf).toList()
                : options;
    }

    public Question with(List<String> other) {
        return new Question(id, kind, other, top, shown);
    }

    public Question with(Condition other) {
        return new Question(id, kind, options, top, other);
    }

    public Question withTop(int other) {
        return new Question(id, kind, options, other, shown);
    }
}
