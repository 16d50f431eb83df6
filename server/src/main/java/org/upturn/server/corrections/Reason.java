package org.upturn.server.corrections;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.upturn.server.kernel.Problem;

/** Why somebody is asked once more. */
public enum Reason {
    /** A score without words, or with words that name nothing (S3-27, S4-18). */
    MISSING_WHY(Correction.WHY),
    /** Score and words do not go together. */
    CONTRADICTION(Correction.BOTH),
    /** A passive who did not say what is missing: “what would make it a 9?” (S3-11). */
    NINE(Correction.WHY),
    /** The e-mail address looks mistyped (S0-01, S0-31). */
    EMAIL(Correction.EMAIL),
    /** One question of the survey that a member picked. */
    QUESTION("");

    private final String part;

    Reason(String part) {
        this.part = part;
    }

    /** The part of the answer that it asks for; empty where a member picks it. */
    String part() {
        return part;
    }

    /** The word in the API and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Reason of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("reason", "problem.correction.reason"));
    }
}
