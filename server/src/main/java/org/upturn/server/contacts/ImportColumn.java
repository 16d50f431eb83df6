package org.upturn.server.contacts;

import java.util.Locale;
import org.upturn.server.kernel.Problem;

/** What a column of an imported file becomes. */
public enum ImportColumn {
    LEAVE_OUT,
    EXTERNAL_ID,
    NAME,
    EMAIL,
    PHONE,
    ACCOUNT,
    ATTRIBUTE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
