package org.upturn.server.tracks.greetings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.upturn.server.kernel.Problem;

/** A day that comes back each year (S2-05). */
public enum Milestone {
    /** Since when we know the person: customer since. */
    KNOWN_SINCE,
    /** When they first answered in this program. */
    FIRST_ANSWER,
    /** A day in an attribute of the contact. */
    BIRTHDAY;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Milestone of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("milestone", "problem.greeting.milestone"));
    }
}
