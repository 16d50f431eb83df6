package org.upturn.server.contacts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.upturn.server.kernel.Problem;
import org.upturn.server.sheets.Row;

/** What one file tells of contacts, row by row; two rows that tell different things of the same one are noticed. */
final class Told {
    private final List<ContactImport.Mapped> mapping;
    private final Map<String, First> seen = new HashMap<>();

    /** The row that told of a contact first. */
    private record First(long row, int contentHash) {}

    Told(List<ContactImport.Mapped> mapping) {
        this.mapping = mapping;
    }

    List<ContactImport.Mapped> mapping() {
        return mapping;
    }

    /**
     * The contact of this row.
     *
     * @throws Problem when it cannot be taken, or an earlier row has told otherwise of the same contact
     */
    NewContact add(Row row) {
        NewContact told = contact(mapping, row.cells()).checked();
        First first = seen.putIfAbsent(told.externalId(), new First(row.number(), told.hashCode()));
        if (first != null && first.contentHash() != told.hashCode()) {
            throw Problem.invalid(told.isKnownByEmail() ? "email" : "externalId", "problem.import.twice", first.row());
        }
        return told;
    }

    private static NewContact contact(List<ContactImport.Mapped> mapping, List<String> cells) {
        Map<ImportColumn, String> found = new LinkedHashMap<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < mapping.size(); i++) {
            String cell = cells.get(i).strip();
            if (mapping.get(i).becomes() == ImportColumn.ATTRIBUTE && !cell.isEmpty()) {
                attributes.put(mapping.get(i).column(), cell);
            } else if (!cell.isEmpty()) {
                found.putIfAbsent(mapping.get(i).becomes(), cell);
            }
        }
        return new NewContact(
                found.get(ImportColumn.EXTERNAL_ID),
                found.get(ImportColumn.NAME),
                found.get(ImportColumn.EMAIL),
                found.get(ImportColumn.PHONE),
                found.get(ImportColumn.ACCOUNT),
                attributes,
                null);
    }
}
