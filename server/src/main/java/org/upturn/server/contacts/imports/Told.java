package org.upturn.server.contacts.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.AttributeType;
import org.upturn.server.contacts.Consent;
import org.upturn.server.contacts.Faults;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.contacts.Rules;
import org.upturn.server.kernel.Problem;
import org.upturn.server.sheets.Row;

/** What one file tells of contacts, row by row; two rows that tell different things of the same one are noticed. */
final class Told {
    private final List<ContactImport.Mapped> mapping;
    private final Rules rules;
    private final Map<String, First> seen = new HashMap<>();

    /** The row that told of a contact first. */
    private record First(long row, int contentHash) {}

    Told(List<ContactImport.Mapped> mapping, Rules rules) {
        this.mapping = mapping;
        this.rules = rules;
    }

    List<ContactImport.Mapped> mapping() {
        return mapping;
    }

    Rules rules() {
        return rules;
    }

    /**
     * The contact of this row.
     *
     * @throws Problem when it cannot be taken, or an earlier row has told otherwise of the same contact
     */
    NewContact add(Row row) {
        var faults = new Faults();
        NewContact read = contact(row.cells(), faults);
        NewContact told = faults.of(() -> rules.clean(read));
        faults.check();
        First first = seen.putIfAbsent(String.valueOf(told.externalId()), new First(row.number(), told.hashCode()));
        if (first != null && first.contentHash() != told.hashCode()) {
            throw Problem.invalid(told.isKnownByEmail() ? "email" : "externalId", "problem.import.twice", first.row());
        }
        return told;
    }

    private NewContact contact(List<String> cells, Faults faults) {
        var found = new EnumMap<ImportColumn, String>(ImportColumn.class);
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < mapping.size(); i++) {
            String cell = cells.get(i).strip();
            if (mapping.get(i).becomes() == ImportColumn.ATTRIBUTE && !cell.isEmpty()) {
                attributes.put(mapping.get(i).attributeName(), cell);
            } else if (!cell.isEmpty()) {
                found.putIfAbsent(mapping.get(i).becomes(), cell);
            }
        }
        return new NewContact(
                found.get(ImportColumn.EXTERNAL_ID),
                found.get(ImportColumn.NAME),
                found.get(ImportColumn.EMAIL),
                found.get(ImportColumn.PHONE),
                found.get(ImportColumn.LOCALE),
                found.get(ImportColumn.TIME_ZONE),
                found.get(ImportColumn.ACCOUNT),
                attributes,
                found.get(ImportColumn.POPULATION),
                faults.of(() -> consent(found.get(ImportColumn.CONSENT))),
                faults.of(() -> since(found.get(ImportColumn.KNOWN_SINCE))));
    }

    private static @Nullable Consent consent(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        String said = AttributeType.YES_NO.written(cell, List.of()).orElse(cell.toLowerCase(Locale.ROOT));
        return new Consent(
                switch (said) {
                    case "yes" -> Consent.State.GIVEN;
                    case "no" -> Consent.State.WITHDRAWN;
                    default -> Consent.State.of(said);
                },
                null,
                null);
    }

    private static @Nullable Instant since(@Nullable String cell) {
        if (cell == null) {
            return null;
        }
        try {
            return cell.length() > 10 && cell.endsWith("Z")
                    ? Instant.parse(cell)
                    : LocalDate.parse(
                                    AttributeType.DATE.written(cell, List.of()).orElse(cell))
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException none) {
            throw Problem.invalid("knownSince", "problem.contact.time");
        }
    }
}
