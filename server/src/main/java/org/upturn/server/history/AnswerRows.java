package org.upturn.server.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.contacts.Rules;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.Score;
import org.upturn.server.responses.Responses;
import org.upturn.server.sheets.DateOrder;
import org.upturn.server.sheets.Dates;
import org.upturn.server.sheets.Line;
import org.upturn.server.sheets.Parsed;
import org.upturn.server.sheets.Row;
import org.upturn.server.sheets.Scores;

/** Reads the rows of one file: who answered what, when, and in which wave. Not for two threads at once. */
final class AnswerRows {
    private static final Pattern SECONDS = Pattern.compile("1\\d{9}(\\d{3})?");
    private static final int LONGEST_ATTRIBUTE = 300;

    private final PastImport file;
    private final Rules rules;
    private final Dates dates;
    private final ZoneId zone;
    private final Clock clock;
    private final MessageDigest digest;

    AnswerRows(PastImport file, Rules rules, ZoneId zone, Clock clock) {
        this.file = file;
        this.rules = rules;
        this.zone = zone;
        this.clock = clock;
        this.dates = new Dates(DateOrder.given(file.monthFirst()), clock.withZone(told(zone)));
        try {
            this.digest = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Typeform says in the name of the column that its times are UTC. */
    private ZoneId told(ZoneId ours) {
        boolean utc = file.mapping().stream()
                .anyMatch(
                        one -> one.becomes() == PastColumn.DATE && one.column().contains("(UTC)"));
        return utc ? ZoneOffset.UTC : ours;
    }

    /** What a row says. */
    record Told(
            NewContact contact,
            Score score,
            String verbatim,
            String segments,
            Instant answeredAt,
            WaveRule.Named wave,
            UUID source) {}

    /** Why a row is not taken. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient @Nullable PastColumn column;
        private final transient Message message;

        Refused(@Nullable PastColumn column, Message message) {
            super(null, null, false, false);
            this.column = column;
            this.message = message;
        }

        @Nullable
        PastColumn column() {
            return column;
        }

        Message message() {
            return message;
        }
    }

    Told read(Line line) throws Refused {
        if (line instanceof Line.Broken broken) {
            throw new Refused(null, broken.message());
        }
        Map<PastColumn, String> found = new EnumMap<>(PastColumn.class);
        Map<String, String> attributes = new TreeMap<>();
        collect(line.row(), found, attributes);
        Score score = value(PastColumn.SCORE, Scores.parse(found.getOrDefault(PastColumn.SCORE, "")));
        Instant at = date(found.getOrDefault(PastColumn.DATE, ""));
        String verbatim = verbatim(found.getOrDefault(PastColumn.VERBATIM, ""));
        try {
            NewContact contact = rules.clean(contact(found, attributes, at));
            WaveRule.Named wave = file.waves().wave(wave(found), at, zone);
            return new Told(
                    contact,
                    score,
                    verbatim,
                    Rows.json(contact.attributes() == null ? Map.of() : contact.attributes()),
                    at,
                    wave,
                    source(found, contact, at, score, verbatim));
        } catch (Problem problem) {
            throw new Refused(column(String.valueOf(problem.field())), problem.message());
        }
    }

    private void collect(Row row, Map<PastColumn, String> found, Map<String, String> attributes) {
        List<PastImport.Mapped> mapping = file.mapping();
        for (int i = 0; i < mapping.size(); i++) {
            PastImport.Mapped column = mapping.get(i);
            if (column.becomes() == PastColumn.LEAVE_OUT) {
                continue;
            }
            String cell = row.cells().get(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            if (column.becomes() == PastColumn.ATTRIBUTE) {
                attributes.put(column.attributeName(), shortened(cell));
            } else {
                found.putIfAbsent(column.becomes(), cell);
            }
        }
    }

    /** A long answer to a question of its own is kept as far as an attribute holds. */
    private static String shortened(String cell) {
        String text = cell.replace("\0", "");
        return text.length() <= LONGEST_ATTRIBUTE ? text : text.substring(0, LONGEST_ATTRIBUTE - 1) + "…";
    }

    private static <T> T value(PastColumn column, Parsed<T> parsed) throws Refused {
        return switch (parsed) {
            case Parsed.Value<T>(T value) -> value;
            case Parsed.Refused<T>(Message message) -> throw new Refused(column, message);
        };
    }

    /** Also seconds or milliseconds since 1970, as APIs write it. */
    private Instant date(String cell) throws Refused {
        if (!SECONDS.matcher(cell).matches()) {
            return value(PastColumn.DATE, dates.parse(cell));
        }
        long number = Long.parseLong(cell);
        Instant at = cell.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        if (at.isAfter(clock.instant())) {
            throw new Refused(PastColumn.DATE, new Message("sheet.date.future", cell));
        }
        return at;
    }

    private static String verbatim(String cell) throws Refused {
        String text = cell.replace("\0", "").strip();
        if (text.length() > Responses.LONGEST_VERBATIM) {
            throw new Refused(PastColumn.VERBATIM, new Message("problem.answer.long"));
        }
        return text;
    }

    private String wave(Map<PastColumn, String> found) throws Refused {
        if (file.waves().by() != WaveRule.By.COLUMN) {
            return "";
        }
        String cell = found.getOrDefault(PastColumn.WAVE, "").replace("\0", "");
        if (cell.isEmpty() || cell.length() > WaveRule.LONGEST) {
            throw new Refused(PastColumn.WAVE, new Message("problem.history.wave.cell"));
        }
        return cell;
    }

    private static NewContact contact(Map<PastColumn, String> found, Map<String, String> attributes, Instant at) {
        String id = found.get(PastColumn.EXTERNAL_ID);
        if (id == null && found.get(PastColumn.EMAIL) == null) {
            id = found.get(PastColumn.PERSON_ID);
        }
        String name = found.get(PastColumn.NAME);
        if (name == null && (found.containsKey(PastColumn.FIRST_NAME) || found.containsKey(PastColumn.LAST_NAME))) {
            name = (found.getOrDefault(PastColumn.FIRST_NAME, "") + " " + found.getOrDefault(PastColumn.LAST_NAME, ""))
                    .strip();
        }
        return new NewContact(
                id,
                name,
                found.get(PastColumn.EMAIL),
                found.get(PastColumn.PHONE),
                locale(found.get(PastColumn.LOCALE)),
                null,
                found.get(PastColumn.ACCOUNT),
                attributes,
                null,
                null,
                at);
    }

    /** Qualtrics writes EN and ES-ES; a language that is none is no reason to lose an answer. */
    private static @Nullable String locale(@Nullable String cell) {
        return cell != null && cell.matches("[A-Za-z]{2,3}([_-][A-Za-z]{2})?") ? cell : null;
    }

    /** The answer's id there, or else who, when and in which wave; and what was answered, for an edit is another version. */
    private UUID source(Map<PastColumn, String> found, NewContact contact, Instant at, Score score, String verbatim) {
        String id = found.get(PastColumn.RESPONSE_ID);
        String key = id != null
                ? "id\0" + id
                : "who\0" + contact.externalId() + '\0' + at + '\0' + found.getOrDefault(PastColumn.WAVE, "");
        digest.update((file.program().value() + "\0" + key + '\0' + score.value() + '\0' + verbatim)
                .getBytes(StandardCharsets.UTF_8));
        var bytes = ByteBuffer.wrap(digest.digest());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static @Nullable PastColumn column(String field) {
        return switch (field) {
            case "externalId" -> PastColumn.EXTERNAL_ID;
            case "email" -> PastColumn.EMAIL;
            case "name" -> PastColumn.NAME;
            case "phone" -> PastColumn.PHONE;
            case "account" -> PastColumn.ACCOUNT;
            default -> null;
        };
    }
}
