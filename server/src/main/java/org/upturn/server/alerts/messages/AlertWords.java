package org.upturn.server.alerts.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upturn.server.kernel.Texts;
import org.upturn.server.surveys.questions.Languages;

/** What all channels say alike, in the reader’s language. Takes whole alerts only. */
public final class AlertWords {
    private static final int SHORT = 80;
    private static final int NAME = 60;
    /** A comment to a colleague is mostly a sentence or two. */
    private static final int COMMENT = 400;

    private final Texts texts;

    public AlertWords(Texts texts) {
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    public String text(String key) {
        return texts.text(key);
    }

    public String language() {
        return texts.language();
    }

    /** {@code rtl} or {@code ltr}. */
    public String direction() {
        return Languages.direction(texts.language());
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

    /** Everything else: what it is about besides, subtype, risk, owner, until when, program and wave. */
    public List<String> facts(Alert alert) {
        var facts = new ArrayList<String>();
        about(alert.matter()).ifPresent(facts::add);
        switch (alert.standing()) {
            case Alert.OfCase one -> {
                facts.add(texts.text("subtype." + one.subtype().word()));
                if (one.highRisk()) {
                    facts.add(texts.text("alerts.highRisk"));
                }
                facts.add(owner(one));
                facts.add(texts.text("alerts.contactBy", texts.dayAndTime(one.contactBy())));
            }
            case Alert.OfPassive one -> {
                facts.add(texts.text("alerts.passive"));
                facts.add(owner(one));
            }
        }
        facts.add(oneLine(alert.round().name()) + " · " + oneLine(alert.round().waveName()));
        return facts;
    }

    private String owner(Alert.Standing standing) {
        return standing.owner() == null
                ? texts.text("alerts.owner.none")
                : texts.text("alerts.owner", oneLine(standing.owner()));
    }

    private Optional<String> about(Alert.Matter matter) {
        return switch (matter) {
            case Alert.Asked one ->
                Optional.of(
                        with(texts.text("alerts.about.asked", oneLine(one.by()), action(one.action())), one.note()));
            case Alert.Decided one -> {
                String key = one.allowed() ? "alerts.about.allowed" : "alerts.about.declined";
                yield Optional.of(with(texts.text(key, oneLine(one.by()), action(one.action())), one.reason()));
            }
            case Alert.Talk one -> Optional.of(texts.text("alerts.about." + one.kind(), texts.dayAndTime(one.at())));
            case Alert.Mentioned one ->
                Optional.of(with(texts.text("alerts.about.mentioned", oneLine(one.by())), one.words(), COMMENT));
            case Alert.Entrusted one -> Optional.of(texts.text("alerts.about.given", oneLine(one.by())));
            case Alert.Nothing nothing -> Optional.empty();
        };
    }

    private String action(Alert.Action action) {
        return action.amount() == null
                ? oneLine(action.name())
                : texts.text(
                        "alerts.about.action", oneLine(action.name()), texts.money(action.amount(), action.currency()));
    }

    private String with(String fact, String words) {
        return with(fact, words, SHORT);
    }

    private String with(String fact, String words, int most) {
        String line = oneLine(words, most);
        return line.isEmpty() ? fact : texts.text("alerts.about.words", fact, line);
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
