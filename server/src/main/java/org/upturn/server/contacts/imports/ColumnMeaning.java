package org.upturn.server.contacts.imports;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.upturn.server.contacts.AttributeDefinition;
import org.upturn.server.sheets.ColumnGuess;
import org.upturn.server.sheets.Columns;
import org.upturn.server.sheets.Role;
import org.upturn.server.sheets.Sheet;

/** Guesses what the columns of a file become: what has no meaning of its own is an attribute. */
final class ColumnMeaning {
    private static final Map<Role, ImportColumn> MEANING = Map.of(
            Role.CONTACT, ImportColumn.EXTERNAL_ID,
            Role.NAME, ImportColumn.NAME,
            Role.EMAIL, ImportColumn.EMAIL,
            Role.PHONE, ImportColumn.PHONE,
            Role.ACCOUNT, ImportColumn.ACCOUNT);

    /** What belongs to an answer, not to a contact; past responses have an import of their own. */
    private static final Set<Role> ANSWERS = EnumSet.of(Role.SCORE, Role.VERBATIM, Role.PREVIOUS);

    /** Columns of these names are what they say. */
    private static final Map<String, ImportColumn> NAMED = Map.of(
            "locale", ImportColumn.LOCALE,
            "language", ImportColumn.LOCALE,
            "time zone", ImportColumn.TIME_ZONE,
            "timezone", ImportColumn.TIME_ZONE,
            "known since", ImportColumn.KNOWN_SINCE,
            "customer since", ImportColumn.KNOWN_SINCE,
            "population", ImportColumn.POPULATION,
            "consent", ImportColumn.CONSENT);

    /** Columns that become attributes without being asked; a contact has at most 50 of them. */
    private static final int MOST_GUESSED = 40;

    private ColumnMeaning() {}

    static List<ContactImport.Mapped> guess(Sheet sheet, List<AttributeDefinition> defined) {
        Columns columns = ColumnGuess.of(sheet);
        var mapping = new ArrayList<ContactImport.Mapped>();
        for (int i = 0; i < columns.names().size(); i++) {
            mapping.add(guess(columns, i, defined));
        }
        return mapping;
    }

    private static ContactImport.Mapped guess(Columns columns, int index, List<AttributeDefinition> defined) {
        String name = columns.names().get(index);
        for (AttributeDefinition one : defined) {
            if (one.name().equalsIgnoreCase(name.strip())) {
                return new ContactImport.Mapped(name, ImportColumn.ATTRIBUTE, one.name());
            }
        }
        ImportColumn named = NAMED.get(name.strip().toLowerCase(Locale.ROOT).replace('_', ' '));
        return new ContactImport.Mapped(name, named == null ? byRole(columns, index) : named, null);
    }

    /** What says something else of an answer than who gave it is an attribute like any other; score and words are none. */
    private static ImportColumn byRole(Columns columns, int index) {
        ImportColumn other = index < MOST_GUESSED ? ImportColumn.ATTRIBUTE : ImportColumn.LEAVE_OUT;
        return columns.roles().entrySet().stream()
                .filter(one -> one.getValue() == index)
                .findFirst()
                .map(one -> ANSWERS.contains(one.getKey())
                        ? ImportColumn.LEAVE_OUT
                        : MEANING.getOrDefault(one.getKey(), other))
                .orElse(other);
    }
}
