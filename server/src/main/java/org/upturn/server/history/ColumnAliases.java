package org.upturn.server.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.sheets.ColumnGuess;
import org.upturn.server.sheets.Columns;
import org.upturn.server.sheets.Role;
import org.upturn.server.sheets.Sheet;

/**
 * What survey tools call their columns. Delighted: its API and the CSVs made after it; the exact headings of its own CSV
 * export are documented nowhere we know of, so several ways to write each are taken. What no list knows is guessed from
 * the values.
 */
final class ColumnAliases {
    private static final int MOST_ATTRIBUTES = 40;
    private static final String PROPERTIES = "person properties ";

    private static final Map<PastColumn, List<String>> NAMES = Map.ofEntries(
            Map.entry(
                    PastColumn.RESPONSE_ID,
                    List.of(
                            "id",
                            "response id",
                            "survey response id",
                            "responseid",
                            "submission id",
                            "token",
                            "answer id")),
            Map.entry(
                    PastColumn.PERSON_ID,
                    List.of(
                            "person",
                            "person id",
                            "respondent id",
                            "delighted person id",
                            "network id",
                            "contact id internal")),
            Map.entry(
                    PastColumn.EXTERNAL_ID,
                    List.of(
                            "external id",
                            "external data reference",
                            "externalreference",
                            "external reference",
                            "customer id",
                            "user id",
                            "contact id",
                            "person properties customer id",
                            "customer number")),
            Map.entry(
                    PastColumn.EMAIL,
                    List.of(
                            "email",
                            "e mail",
                            "email address",
                            "person email",
                            "recipient email",
                            "recipientemail",
                            "your email",
                            "what is your email address")),
            Map.entry(PastColumn.NAME, List.of("name", "person name", "full name", "your name", "what is your name")),
            Map.entry(PastColumn.FIRST_NAME, List.of("first name", "recipient first name", "recipientfirstname")),
            Map.entry(PastColumn.LAST_NAME, List.of("last name", "recipient last name", "recipientlastname")),
            Map.entry(PastColumn.PHONE, List.of("phone", "phone number", "person phone number", "person phone")),
            Map.entry(PastColumn.SCORE, List.of("score", "nps", "nps score", "rating")),
            Map.entry(PastColumn.VERBATIM, List.of("comment", "comments", "feedback", "verbatim", "reason")),
            Map.entry(
                    PastColumn.DATE,
                    List.of(
                            "created at",
                            "time",
                            "response time",
                            "responded at",
                            "recorded date",
                            "end date",
                            "timestamp",
                            "submit date utc",
                            "submitted at",
                            "submit date",
                            "date",
                            "date modified",
                            "date created")),
            Map.entry(PastColumn.LOCALE, List.of("locale", "user language", "person properties locale")),
            Map.entry(PastColumn.WAVE, List.of("wave", "survey wave", "quarter", "round")));

    /** What tells nothing of an answer or a person, or what must not be kept. */
    private static final List<String> LEFT_OUT = List.of(
            "ip address",
            "start date",
            "start date utc",
            "date created",
            "date modified",
            "updated at",
            "status",
            "progress",
            "duration in seconds",
            "finished",
            "distribution channel",
            "location latitude",
            "location longitude",
            "collector id",
            "custom data 1",
            "permalink",
            "survey type",
            "survey id",
            "stage date utc",
            "ending",
            "response type",
            "notes",
            "additional answers",
            "nps group");

    private ColumnAliases() {}

    /** A guess for each column, in the order of the file. */
    static List<PastImport.Mapped> guess(Sheet sheet) {
        Columns guessed = ColumnGuess.of(sheet);
        Map<PastColumn, Integer> known = new HashMap<>();
        NAMES.forEach((becomes, names) -> {
            int best = names.size();
            for (int i = 0; i < guessed.names().size(); i++) {
                int rank = names.indexOf(words(guessed.names().get(i)));
                if (rank >= 0 && rank < best) {
                    best = rank;
                    known.put(becomes, i);
                }
            }
        });
        guessed(guessed, known, Role.SCORE, PastColumn.SCORE);
        guessed(guessed, known, Role.DATE, PastColumn.DATE);
        guessed(guessed, known, Role.EMAIL, PastColumn.EMAIL);
        guessed(guessed, known, Role.CONTACT, PastColumn.EXTERNAL_ID);
        guessed(guessed, known, Role.VERBATIM, PastColumn.VERBATIM);
        guessed(guessed, known, Role.WAVE, PastColumn.WAVE);
        guessed(guessed, known, Role.NAME, PastColumn.NAME);
        guessed(guessed, known, Role.PHONE, PastColumn.PHONE);
        guessed(guessed, known, Role.ACCOUNT, PastColumn.ACCOUNT);
        var mapping = new ArrayList<PastImport.Mapped>();
        for (int i = 0; i < guessed.names().size(); i++) {
            mapping.add(mapped(guessed.names().get(i), i, known));
        }
        return mapping;
    }

    /** The values decide where no name did; a column that has a meaning keeps it. */
    private static void guessed(Columns guessed, Map<PastColumn, Integer> known, Role role, PastColumn becomes) {
        Integer column = guessed.roles().get(role);
        if (column != null && !known.containsKey(becomes) && !known.containsValue(column)) {
            known.put(becomes, column);
        }
    }

    private static PastImport.Mapped mapped(String name, int index, Map<PastColumn, Integer> known) {
        for (Map.Entry<PastColumn, Integer> one : known.entrySet()) {
            if (one.getValue() == index) {
                return new PastImport.Mapped(name, one.getKey(), null);
            }
        }
        String words = words(name);
        boolean group = words.endsWith("nps group");
        if (group || LEFT_OUT.contains(words) || index >= MOST_ATTRIBUTES) {
            return new PastImport.Mapped(name, PastColumn.LEAVE_OUT, null);
        }
        return new PastImport.Mapped(name, PastColumn.ATTRIBUTE, property(name, words));
    }

    /** Delighted's {@code person_properties.Plan} is the attribute Plan. */
    private static @Nullable String property(String name, String words) {
        return words.startsWith(PROPERTIES) && name.indexOf('.') > 0 ? name.substring(name.indexOf('.') + 1) : null;
    }

    static String words(String column) {
        return column.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
