package org.upturn.server.contacts.segments;

import java.util.Locale;
import org.upturn.server.kernel.Problem;

/**
 * One condition of a segment.
 *
 * @param field {@code attribute:Plan}, or one of {@link SegmentField}
 * @param is how the field is compared
 * @param value with what; empty where nothing is asked for
 */
public record Condition(String field, Is is, String value) {
    /** How a field is compared. */
    public enum Is {
        IS,
        IS_NOT,
        CONTAINS,
        AT_LEAST,
        AT_MOST,
        ON_OR_AFTER,
        BEFORE,
        LAST_DAYS,
        NEXT_DAYS,
        KNOWN,
        NOT_KNOWN;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Is of(String word) {
            for (Is is : values()) {
                if (is.word().equals(word)) {
                    return is;
                }
            }
            throw Problem.invalid("is", "problem.segment.is");
        }

        boolean asksForAValue() {
            return this != KNOWN && this != NOT_KNOWN;
        }
    }
}
