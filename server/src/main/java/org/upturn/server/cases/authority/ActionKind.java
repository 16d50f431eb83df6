package org.upturn.server.cases.authority;

import java.util.Locale;
import org.upturn.server.kernel.Problem;

/** What sort of thing is done for a person (S3-18). */
public enum ActionKind {
    /** Money goes back. */
    REFUND,
    /** Money off what they pay next. */
    CREDIT,
    /** Time with somebody who decides. */
    LEADERSHIP,
    /** Time with somebody who helps: a lesson, an hour of set-up. */
    SESSION,
    OTHER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ActionKind of(String word) {
        for (ActionKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw Problem.invalid("kind", "problem.action.kind");
    }
}
