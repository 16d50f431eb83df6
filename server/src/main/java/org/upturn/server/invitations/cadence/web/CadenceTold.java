package org.upturn.server.invitations.cadence.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.upturn.server.invitations.cadence.Cadence;
import org.upturn.server.invitations.cadence.Cadences;
import org.upturn.server.invitations.cadence.Rhythm;
import org.upturn.server.invitations.outbox.Audience;
import org.upturn.server.invitations.outbox.Carrier;
import org.upturn.server.invitations.web.MailForms;
import org.upturn.server.kernel.Problem;

/** A schedule as a form or a program tells it: every field a text. */
record CadenceTold(Map<String, String> fields) {
    private static final String MORNING = "09:00";

    Cadences.Told told() {
        Rhythm rhythm = switch (text("rhythm")) {
            case "every" -> new Rhythm.Every(number("days", 90), day("from"), time("at"));
            case "event" -> new Rhythm.Event(text("event"), number("delayHours", 24));
            case "milestone" ->
                new Rhythm.Milestone(
                        fields.get("attribute"),
                        number("daysAfter", 0),
                        List.of("true", "on").contains(text("yearly")),
                        time(text("milestoneAt").isBlank() ? "at" : "milestoneAt"));
            default -> throw Problem.invalid("rhythm", "problem.cadence.rhythm");
        };
        return new Cadences.Told(
                text("name"),
                rhythm,
                audience(),
                new Cadence.Round(
                        channel(), number("openDays", 14), number("spreadDays", 1), MailForms.reminders(fields)));
    }

    private Carrier channel() {
        return text("channel").isBlank() ? Carrier.MAIL : Carrier.of(text("channel"));
    }

    private Audience audience() {
        return text("audience").isBlank() ? Audience.EVERYONE : MailForms.audience(fields);
    }

    private LocalDate day(String field) {
        try {
            return LocalDate.parse(text(field));
        } catch (DateTimeException none) {
            throw Problem.invalid(field, "problem.cadence.day");
        }
    }

    private LocalTime time(String field) {
        try {
            return LocalTime.parse(text(field).isBlank() ? MORNING : text(field));
        } catch (DateTimeException none) {
            throw Problem.invalid(field, "problem.cadence.time");
        }
    }

    private int number(String field, int usual) {
        try {
            return text(field).isBlank() ? usual : Integer.parseInt(text(field).strip());
        } catch (NumberFormatException none) {
            throw Problem.invalid(field, "problem.mail.number");
        }
    }

    private String text(String field) {
        return fields.getOrDefault(field, "");
    }
}
