package org.upturn.server.invitations.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.invitations.mail.MailServer;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailText;
import org.upturn.server.invitations.mail.Pace;
import org.upturn.server.invitations.mail.Sender;
import org.upturn.server.invitations.mail.Tls;
import org.upturn.server.invitations.outbox.Audience;
import org.upturn.server.invitations.outbox.Carrier;
import org.upturn.server.invitations.outbox.Mailings;
import org.upturn.server.kernel.Problem;

/** Reads the forms of mail. */
public final class MailForms {
    private MailForms() {}

    static MailSettings settings(Map<String, String> form) {
        return new MailSettings(
                server(form),
                new Sender(
                        text(form, "senderName"),
                        text(form, "senderAddress"),
                        form.get("replyTo"),
                        form.get("returnPath"),
                        text(form, "imprint")),
                text(form, "publicUrl"),
                text(form, "colour"),
                new Pace(number(form, "perMinute"), number(form, "quietDays")),
                null,
                null);
    }

    static MailServer server(Map<String, String> form) {
        return new MailServer(text(form, "host"), number(form, "port"), Tls.of(text(form, "tls")), form.get("user"));
    }

    static MailText text(Map<String, String> form) {
        return new MailText(
                text(form, "language"),
                new MailText.Letter(text(form, "subject"), text(form, "greeting"), text(form, "body")),
                new MailText.Letter(text(form, "reminderSubject"), text(form, "greeting"), text(form, "reminderBody")),
                text(form, "low"),
                text(form, "high"),
                text(form, "reason"),
                text(form, "unsubscribe"));
    }

    static Mailings.Order order(Map<String, String> form, ZoneId zone) {
        int spread = text(form, "spreadDays").isBlank() ? 1 : number(form, "spreadDays");
        return new Mailings.Order(
                Carrier.of(form.getOrDefault("channel", "mail")),
                audience(form),
                startsAt(form, zone),
                spread,
                reminders(form));
    }

    /** Each kind is told more of in a field of its own name, an attribute in two. */
    public static Audience audience(Map<String, String> form) {
        String kind = text(form, "audience");
        return Audience.of(kind, form.get("key"), form.get(kind.equals("attribute") ? "value" : kind));
    }

    private static @Nullable Instant startsAt(Map<String, String> form, ZoneId zone) {
        String told = text(form, "startsAt");
        try {
            return told.isBlank()
                    ? null
                    : LocalDateTime.parse(told).atZone(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw Problem.invalid("startsAt", "problem.mailing.time");
        }
    }

    /** The days until each reminder; at most two. */
    public static List<Integer> reminders(Map<String, String> form) {
        var days = new ArrayList<Integer>();
        for (String field : List.of("firstReminder", "secondReminder")) {
            if (!text(form, field).isBlank()) {
                days.add(number(form, field));
            }
        }
        return days;
    }

    private static int number(Map<String, String> form, String field) {
        try {
            return Integer.parseInt(text(form, field).strip());
        } catch (NumberFormatException none) {
            throw Problem.invalid(field, "problem.mail.number");
        }
    }

    private static String text(Map<String, String> form, String field) {
        return form.getOrDefault(field, "");
    }

    /** The settings that an empty form begins with. */
    static MailSettings empty(String name, String address, String url) {
        return new MailSettings(
                new MailServer("", 587, Tls.STARTTLS, null),
                new Sender(name, address, null, null, ""),
                url,
                org.upturn.server.invitations.mail.Colours.STANDARD,
                Pace.STANDARD,
                null,
                null);
    }
}
