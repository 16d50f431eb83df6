package org.upturn.server.contacts.imports;

import java.util.Locale;
import org.upturn.server.kernel.Problem;

/** What a column of an imported file becomes. */
public enum ImportColumn {
    LEAVE_OUT,
    EXTERNAL_ID,
    NAME,
    EMAIL,
    PHONE,
    LOCALE,
    TIME_ZONE,
    ACCOUNT,
    KNOWN_SINCE,
    POPULATION,
    CONSENT,
    ATTRIBUTE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field of a contact that a refusal names. */
    String field() {
        return switch (this) {
            case EXTERNAL_ID -> "externalId";
            case TIME_ZONE -> "timeZone";
            case KNOWN_SINCE -> "knownSince";
            default -> word();
        };
    }

    public static ImportColumn of(String word) {
        for (ImportColumn column : values()) {
            if (column.word().equals(word)) {
                return column;
            }
        }
        throw Problem.invalid("mapping", "problem.import.column");
    }
}
