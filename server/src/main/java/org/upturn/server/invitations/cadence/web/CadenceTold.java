package org.upturn.server.invitations.cadence.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.invitations.cadence.Cadence;
import org.upturn.server.invitations.cadence.Cadences;
import org.upturn.server.invitations.cadence.Rhythm;
import org.upturn.server.invitations.outbox.Audience;
import org.upturn.server.kernel.Problem;

/** A schedule as a form or a program tells it: every field a text. */
record CadenceTold(Map<String, @Nullable String> fields) {
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
                        time("milestoneAt"));
            default -> throw Problem.invalid("rhythm", "problem.cadence.rhythm");
        };
        return new Cadences.Told(
                text("name"),
                rhythm,
                audience(),
                new Cadence.Round(number("openDays", 14), number("spreadDays", 1), reminders()));
    }

    private Audience audience() {
        String kind = text("audience").isBlank() ? "everyone" : text("audience");
        return Audience.of(kind, fields.get("key"), fields.get(kind.equals("attribute") ? "value" : kind));
    }

    private List<Integer> reminders() {
        var days = new ArrayList<Integer>();
        for (String field : List.of("firstReminder", "secondReminder")) {
            if (!text(field).isBlank()) {
                days.add(number(field, 0));
            }
        }
        return days;
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
        String told = fields.get(field);
        return told == null ? "" : told;
    }
}
