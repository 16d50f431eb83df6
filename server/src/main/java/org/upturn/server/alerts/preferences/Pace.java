package org.upturn.server.alerts.preferences;

import java.util.Locale;
import org.upturn.server.kernel.Problem;

/** How soon a member wants the mails that are not urgent. */
public enum Pace {
    AT_ONCE,
    HOURLY,
    DAILY;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Pace of(String word) {
        for (Pace one : values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        throw Problem.invalid("pace", "problem.alerts.pace");
    }
}
