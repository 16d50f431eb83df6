package org.upturn.server.alerts.messages;

import java.util.ArrayList;
import java.util.List;
import org.upturn.server.kernel.Texts;

/** What all channels say alike, in the reader’s language. Takes whole alerts only. */
public final class AlertWords {
    private static final int SHORT = 80;
    private static final int NAME = 60;

    private final Texts texts;

    public AlertWords(Texts texts) {
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    /** What happened, without anybody’s name. */
    public String headline(Alert alert) {
        return texts.text("alerts.kind." + alert.kind().word());
    }

    /** Who gave which score, after which. */
    public String scores(Alert alert) {
        String name = alert.who().account().isBlank()
                ? oneLine(alert.who().name())
                : texts.text(
                        "alerts.name",
                        oneLine(alert.who().name()),
                        oneLine(alert.who().account()));
        int score = alert.now().score().value();
        return switch (alert.prior()) {
            case Alert.Earlier earlier ->
                texts.text("alerts.scores", score, name, earlier.said().score().value());
            case Alert.First first -> texts.text("alerts.scores.first", score, name);
        };
    }

    /** One line that carries all of it, for a subject and for the preview on a phone: scores, and how the words begin. */
    public String line(Alert alert) {
        return texts.text("alerts.line", scores(alert), shortly(alert.now().words()));
    }

    /** The words in full; silence in words. */
    public String said(Alert.Words words) {
        return switch (words) {
            case Alert.Given given -> given.text();
            case Alert.Silence silence -> texts.text("alerts.silence");
        };
    }

    /** What the prior answer was, without its words; or that there was none. */
    public String before(Alert alert) {
        return switch (alert.prior()) {
            case Alert.Earlier earlier ->
                texts.text(
                        "alerts.before",
                        oneLine(earlier.wave()),
                        earlier.said().score().value());
            case Alert.First first -> texts.text("alerts.first");
        };
    }

    /** Everything else: subtype, risk, owner, until when. */
    public List<String> facts(Alert alert) {
        var facts = new ArrayList<String>();
        Alert.Standing standing = alert.standing();
        facts.add(texts.text("subtype." + standing.subtype().word()));
        if (standing.highRisk()) {
            facts.add(texts.text("alerts.highRisk"));
        }
        facts.add(
                standing.owner() == null
                        ? texts.text("alerts.owner.none")
                        : texts.text("alerts.owner", oneLine(standing.owner())));
        facts.add(texts.text("alerts.contactBy", texts.dayAndTime(standing.contactBy())));
        return facts;
    }

    /** How long ago it happened. */
    public String ago(Alert alert) {
        return texts.away(alert.happenedAt());
    }

    /** That the rest of somebody’s words stands on the record. */
    String cut(int left) {
        return texts.text("alerts.cut", left);
    }

    private String shortly(Alert.Words words) {
        return switch (words) {
            case Alert.Given given -> {
                String line = oneLine(given.text(), SHORT);
                yield line.isEmpty() ? texts.text("alerts.quoted", "…") : texts.text("alerts.quoted", line);
            }
            case Alert.Silence silence -> texts.text("alerts.silence");
        };
    }

    private static String oneLine(String text) {
        return oneLine(text, NAME);
    }

    /** Without line breaks and without marks that turn the direction of what follows. */
    private static String oneLine(String text, int most) {
        String line = text.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ")
                .replaceAll("[\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069]", "")
                .strip();
        Excerpt begin = Excerpt.of(line, most, point -> 1);
        return begin.left() == 0 ? begin.text() : begin.text().strip() + "…";
    }
}
