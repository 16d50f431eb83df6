package org.upturn.server.contacts.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do, with nothing stored.
 *
 * @param newAccounts accounts that it would make
 * @param hinted cells that look mistyped and would be taken as they are
 * @param refused the first of the rows that would not be taken
 * @param hints the first of the cells that look mistyped
 */
public record ImportCheck(
        int rows,
        int created,
        int updated,
        int unchanged,
        int rejected,
        int newAccounts,
        int hinted,
        List<ContactImport.Rejected> refused,
        List<Hinted> hints) {
    public ImportCheck {
        refused = List.copyOf(refused);
        hints = List.copyOf(hints);
    }

    /** A cell that looks mistyped. @param suggestion what may have been meant */
    public record Hinted(
            int row,
            String column,
            String value,
            String message,
            @Nullable String suggestion) {}
}
