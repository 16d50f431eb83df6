package org.upturn.server.surveys.questions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.upturn.server.kernel.Problem;

/** How a question beyond score and reason is answered. */
public enum Kind {
    /** A few words. */
    TEXT,
    /** A number from 1 to the top of the scale, for example satisfaction (CSAT). */
    SCALE,
    /** One of the options. */
    ONE,
    /** Any of the options. */
    MANY,
    /** A number. */
    NUMBER,
    /** A day. */
    DATE,
    /** Up to three files that the person attaches. */
    FILE;

    /** The word used in the API and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Kind of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("kind", "problem.survey.kind"));
    }

    /** Whether it offers options of its own. */
    public boolean hasOptions() {
        return this == ONE || this == MANY;
    }

    /** Whether its answers are counted one by one, and other questions can depend on them. */
    public boolean isCounted() {
        return hasOptions() || this == SCALE;
    }
}
