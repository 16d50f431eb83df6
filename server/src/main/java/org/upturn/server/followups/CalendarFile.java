package org.upturn.server.followups;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as an iCalendar object (RFC 5545). It holds who and when and the way to the record, and none of the person’s
 * words: calendars are shared and travel to places that nobody here chose.
 *
 * @param summary one line that the calendar shows
 * @param description who takes part; empty for nobody in particular
 * @param url the record; null for the person, who has no way there
 */
public record CalendarFile(
        Conversation conversation,
        String summary,
        String description,
        @Nullable String url) {
    /** Nobody says how long a conversation will take; half an hour is our choice. */
    private static final Duration LENGTH = Duration.ofMinutes(30);

    /** "Lines of text SHOULD NOT be longer than 75 octets, excluding the line break" (RFC 5545, 3.1). */
    private static final int LINE = 75;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** @param now when the file is made */
    public String text(Instant now) {
        var text = new StringBuilder(600);
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Upturn//Upturn//EN");
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + uid(conversation.id()));
        line(text, "DTSTAMP:" + TIME.format(now));
        line(text, "DTSTART:" + TIME.format(conversation.heldAt()));
        line(text, "DTEND:" + TIME.format(conversation.heldAt().plus(LENGTH)));
        line(text, "SUMMARY:" + escaped(summary));
        if (!description.isEmpty()) {
            line(text, "DESCRIPTION:" + escaped(description));
        }
        if (url != null) {
            line(text, "URL:" + url);
        }
        line(text, "STATUS:" + (conversation.calledOffAt() == null ? "CONFIRMED" : "CANCELLED"));
        line(text, "END:VEVENT");
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static String uid(UUID id) {
        return id + "@upturn";
    }

    /** A TEXT value (RFC 5545, 3.3.11): backslash, semicolon, comma and line break are marked, other controls left out. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** Folded between characters, never within one: each further line begins with a blank. */
    private static void line(StringBuilder text, String line) {
        int room = LINE;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            String one = Character.toString(line.codePointAt(at));
            int octets = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets > room) {
                text.append("\r\n ");
                room = LINE - 1;
            }
            text.append(one);
            room -= octets;
        }
        text.append("\r\n");
    }
}
