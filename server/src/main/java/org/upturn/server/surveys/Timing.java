package org.upturn.server.surveys;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/** When in a program a wave asks (S1-11): it decides whether something can still be done for those who answer. */
public enum Timing {
    /** While it runs: what is said can still be mended for those who say it. */
    MID,
    /** At its end. */
    END,
    /** Some time after it. */
    POST;

    /** The word used in the API, in forms and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty and null are no timing. */
    @JsonCreator
    public static @Nullable Timing of(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("timing", "problem.wave.timing"));
    }
}
