package org.upturn.server.alerts.messages;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Subtype;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.Texts;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;

/** Alerts of all sorts, with words that try to be more than words. */
public final class SampleAlerts {
    static final AlertLinks LINKS = new AlertLinks(
            "https://nps.example.org/cases/0192f0c1-0000-7000-8000-000000000000", "https://nps.example.org/t/abc");

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static final List<String> PIECES = List.of(
            "slow support",
            "<!channel>",
            "<!here|here>",
            "<@U024BE7LH>",
            "<https://evil.example|click>",
            "*bold* _it_ ~gone~ `code` ```block```",
            ":rotating_light:",
            "@channel",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "</blockquote><h1>Dear admin</h1>",
            "[click](https://evil.example)",
            "<at>Olga</at>",
            "**strong**",
            "\"quoted\" 'single' \\ backslash",
            "{{DATE(2017-02-14T06:08:00Z)}} ${data}",
            "&amp; &lt; &#60;",
            "مرحبا بالعالم",
            "שלום עולם",
            "\u202eright to left\u202c",
            "\u2066isolated",
            "👩‍👩‍👧‍👦 🙁🏽",
            "line one\r\nSubject: forged\r\nBcc: all@example.org\r\n\r\nbody",
            "\n> quoted\n-- \nfoot",
            "\u0007\u0008\u001b[31m",
            "​",
            "日本語のことば");

    private SampleAlerts() {}

    public static AlertWords words() {
        return words(Locale.ENGLISH);
    }

    static AlertWords words(Locale language) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/alerts");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new AlertWords(new Texts(messages, language, ZoneOffset.UTC, Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    /** Words made of such pieces, sometimes none, sometimes as long as an answer may be. */
    static String text(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> "";
            case 1 -> "  \n ";
            case 2 -> PIECES.get(random.nextInt(PIECES.size())).repeat(1 + random.nextInt(1_000));
            default -> {
                var text = new StringBuilder();
                int most = random.nextInt(10) == 0 ? 20_000 : 10 + random.nextInt(300);
                while (text.length() < most) {
                    text.append(PIECES.get(random.nextInt(PIECES.size()))).append(' ');
                }
                yield text.toString();
            }
        };
    }

    static Alert alert(Random random) {
        String words = text(random);
        String before = text(random);
        Alert.Prior prior = random.nextInt(4) == 0
                ? Alert.First.FIRST_ANSWER
                : new Alert.Earlier(
                        new Alert.Said(new Score(random.nextInt(11)), Alert.Words.of(shortened(before)), NOW),
                        text(random));
        return new Alert(
                new UUID(random.nextLong(), random.nextLong()),
                AlertKind.values()[random.nextInt(AlertKind.values().length)],
                NOW,
                new Alert.Person("Cleo " + shortened(text(random)), shortened(text(random))),
                new Alert.Said(new Score(random.nextInt(7)), Alert.Words.of(shortened(words)), NOW),
                prior,
                new Alert.Round(ProgramId.next(), text(random), WaveId.next(), text(random)),
                new Alert.OfCase(
                        new CaseId(new UUID(random.nextLong(), random.nextLong())),
                        Subtype.values()[random.nextInt(3)],
                        random.nextBoolean(),
                        random.nextBoolean() ? null : text(random),
                        NOW,
                        true),
                matter(random));
    }

    private static Alert.Matter matter(Random random) {
        var action = new Alert.Action(text(random), random.nextBoolean() ? new BigDecimal("120.50") : null, "EUR");
        return switch (random.nextInt(6)) {
            case 0 -> new Alert.Asked(text(random), action, text(random), true);
            case 1 -> new Alert.Decided(text(random), action, random.nextBoolean(), text(random));
            case 2 -> new Alert.Talk("call", NOW, true);
            case 3 -> new Alert.Entrusted(text(random));
            case 4 -> new Alert.Mentioned(text(random), text(random));
            default -> Alert.Nothing.ELSE;
        };
    }

    private static String shortened(String text) {
        return text.length() > 20_000 ? text.substring(0, text.offsetByCodePoints(0, 9_000)) : text;
    }
}
