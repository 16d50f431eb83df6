package org.upturn.server.alerts.messages;

import gg.jte.output.StringOutput;
import java.util.List;
import java.util.StringJoiner;
import org.upturn.templates.Templates;

/** What a mail of one or more alerts says: its subject, as plain text, as HTML. Never without alerts. */
public final class AlertMail {
    private final List<Item> items;
    private final AlertWords words;
    private final String settingsLink;

    public AlertMail(List<Item> items, AlertWords words, String settingsLink) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a mail carries at least one alert");
        }
        this.items = List.copyOf(items);
        this.words = words;
        this.settingsLink = settingsLink;
    }

    /** An alert and where its buttons lead for the one who gets the mail. */
    public record Item(Alert alert, AlertLinks links) {}

    /** The first line of each piece is what a phone shows: it carries words and prior score too. */
    public String subject() {
        String first = words.line(items.getFirst().alert());
        return items.size() == 1 ? first : words.texts().text("alerts.mail.many", items.size(), first);
    }

    public String text() {
        var text = new StringJoiner("\n\n", "", "\n");
        for (Item item : items) {
            Alert alert = item.alert();
            text.add(words.headline(alert));
            text.add(words.scores(alert));
            text.add(quoted(words.said(alert.now().words())));
            text.add(words.before(alert));
            if (alert.prior() instanceof Alert.Earlier earlier) {
                text.add(quoted(words.said(earlier.said().words())));
            }
            text.add(String.join("\n", words.facts(alert)));
            text.add(words.texts().text("alerts.open") + ":\n" + item.links().record());
            if (item.links().claim() != null) {
                text.add(words.texts().text("alerts.claim") + ":\n"
                        + item.links().claim());
            }
        }
        text.add("-- \n" + words.texts().text("alerts.mail.why") + "\n" + settingsLink);
        return text.toString();
    }

    public String html(Templates templates) {
        var html = new StringOutput(8_192);
        templates.alertsMail(this).render(html);
        return html.toString();
    }

    public List<Item> items() {
        return items;
    }

    public AlertWords words() {
        return words;
    }

    public String settingsLink() {
        return settingsLink;
    }

    public String text(String key) {
        return words.text(key);
    }

    /** Each line marked, so that nobody’s words can pass for ours. */
    private static String quoted(String words) {
        return "> " + words.replaceAll("\\R", "\n> ");
    }
}
