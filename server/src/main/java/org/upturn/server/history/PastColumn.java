package org.upturn.server.history;

import java.util.Locale;
import org.upturn.server.kernel.Problem;

/** What a column of a file of past responses becomes. */
public enum PastColumn {
    LEAVE_OUT,
    /** The 0–10 answer. */
    SCORE,
    VERBATIM,
    /** When the person answered. */
    DATE,
    /** The team's own id of the person. */
    EXTERNAL_ID,
    EMAIL,
    NAME,
    FIRST_NAME,
    LAST_NAME,
    PHONE,
    ACCOUNT,
    LOCALE,
    /** In which round of asking. */
    WAVE,
    /** The other tool's id of the answer. */
    RESPONSE_ID,
    /** The other tool's id of the person; stands in where there is neither an id of ours nor an e-mail address. */
    PERSON_ID,
    ATTRIBUTE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static PastColumn of(String word) {
        for (PastColumn column : values()) {
            if (column.word().equals(word)) {
                return column;
            }
        }
        throw Problem.invalid("mapping", "problem.history.column");
    }
}
