package org.upturn.server.alerts.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;
import org.upturn.server.invitations.texts.WebhookSignature;
import org.upturn.server.kernel.Score;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.surveys.questions.Languages;
import org.upturn.templates.StaticTemplates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No channel says an alert without the person's words and what they said the time before (S4-11), whatever they wrote. */
class AlertContractTests {
    private static final int TRIES = 500;
    private static final Pattern TAG = Pattern.compile("<([a-zA-Z!][\\w-]*)");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
    private static final Set<String> OURS = Set.of(
            "!doctype",
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "table",
            "tr",
            "td",
            "p",
            "strong",
            "blockquote",
            "a");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AlertWords words = SampleAlerts.words();

    @Test
    void anAlertCannotBeMadeWithoutWordsAndPrior() {
        Alert whole = SampleAlerts.alert(new Random(1));
        assertThatThrownBy(() -> new Alert(
                        UUID.randomUUID(),
                        whole.kind(),
                        whole.happenedAt(),
                        whole.who(),
                        null,
                        whole.prior(),
                        whole.round(),
                        whole.standing(),
                        whole.matter()))
                .hasMessageContaining("verbatim");
        assertThatThrownBy(() -> new Alert(
                        UUID.randomUUID(),
                        whole.kind(),
                        whole.happenedAt(),
                        whole.who(),
                        whole.now(),
                        null,
                        whole.round(),
                        whole.standing(),
                        whole.matter()))
                .hasMessageContaining("prior");
        assertThatThrownBy(() -> new Alert.Said(new Score(3), null, Instant.EPOCH))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Alert.Given("  ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Alert.Words.of("")).isEqualTo(Alert.Silence.LEFT_NO_WORDS);
        assertThat(words.said(Alert.Silence.LEFT_NO_WORDS)).isEqualTo("left no words");
    }

    @Test
    void everyChannelNamesProgramAndWave() {
        var round = new Alert.Round(ProgramId.next(), "Families", WaveId.next(), "Autumn 2026");
        Alert some = SampleAlerts.alert(new Random(7));
        var alert = new Alert(
                some.id(),
                some.kind(),
                some.happenedAt(),
                some.who(),
                some.now(),
                some.prior(),
                round,
                some.standing(),
                some.matter());
        var mail = new AlertMail(List.of(new AlertMail.Item(alert, SampleAlerts.LINKS)), words, "https://x.example");

        assertThat(List.of(
                        mail.text(),
                        mail.html(new StaticTemplates()),
                        JSON.writeValueAsString(SlackMessage.of(alert, SampleAlerts.LINKS, words)),
                        JSON.writeValueAsString(TeamsMessage.of(alert, SampleAlerts.LINKS, words))))
                .allSatisfy(told -> assertThat(told).contains("Families · Autumn 2026"));
        JsonNode data = JSON.valueToTree(WebhookMessage.of(alert, SampleAlerts.LINKS, words))
                .path("data");
        assertThat(data.path("program").path("name").asString()).isEqualTo("Families");
        assertThat(data.path("wave").path("id").asString())
                .isEqualTo(round.wave().value().toString());
    }

    @Test
    void theFirstLineCarriesWordsAndPriorAndStaysALine() {
        each(alert -> {
            String line = words.line(alert);
            assertThat(line).doesNotContain("\n", "\r", "\u202e", "\u2066").contains(score(alert));
            assertThat(line.length()).isLessThan(400);
            if (alert.prior() instanceof Alert.Earlier earlier) {
                assertThat(line).contains("after " + earlier.said().score().value());
            } else {
                assertThat(line).contains("first answer");
            }
        });
    }

    /** The languages are those that have a file, and each file has every key. */
    @Test
    void alertsSpeakEachLanguageWhollyAndCarryWordsAndPriorInAll() throws IOException {
        Properties english = file("");
        for (String language : Languages.SPOKEN) {
            if (!language.equals("en")) {
                assertThat(file("_" + language).stringPropertyNames())
                        .as(language)
                        .isEqualTo(english.stringPropertyNames());
            }
            AlertWords spoken = SampleAlerts.words(Locale.forLanguageTag(language));
            each(60, alert -> {
                var item = new AlertMail.Item(alert, SampleAlerts.LINKS);
                String text = new AlertMail(List.of(item, item), spoken, "https://nps.example.org/alerts").text();
                assertThat(flat(text.replaceAll("(?m)^> ?", "")))
                        .contains(flat(spoken.said(alert.now().words())), flat(spoken.before(alert)));
                assertThat(text).doesNotContain("{0}", "{1}", "alerts.");
                assertThat(spoken.facts(alert))
                        .isNotEmpty()
                        .allSatisfy(fact -> assertThat(fact).isNotBlank());
            });
        }
    }

    private static Properties file(String language) throws IOException {
        var all = new Properties();
        try (var in = new InputStreamReader(
                AlertContractTests.class.getResourceAsStream("/messages/alerts" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            all.load(in);
        }
        return all;
    }

    @Test
    void aMailSaysAllAsTextAndAsHtmlAndNothingInItIsMarkup() {
        var templates = new StaticTemplates();
        each(alert -> {
            var mail = new AlertMail(
                    List.of(new AlertMail.Item(alert, SampleAlerts.LINKS)), words, "https://nps.example.org/alerts");
            assertThat(mail.subject()).doesNotContain("\r", "\n");
            String text = mail.text().replaceAll("(?m)^> ?", "");
            quoted(alert).forEach(one -> assertThat(flat(text)).contains(flat(one)));
            String html = mail.html(templates);
            String seen =
                    HtmlUtils.htmlUnescape(html.substring(html.indexOf("<body")).replaceAll("<[^>]*>", ""));
            quoted(alert).forEach(one -> assertThat(flat(seen)).contains(flat(one)));
            assertThat(seen).contains(words.before(alert));
            assertThat(TAG.matcher(html).results().map(tag -> tag.group(1)).collect(Collectors.toSet()))
                    .isSubsetOf(OURS);
            assertThat(HREF.matcher(html).results().map(href -> href.group(1)))
                    .containsExactly(
                            SampleAlerts.LINKS.record(), SampleAlerts.LINKS.claim(), "https://nps.example.org/alerts");
        });
    }

    /** By the rules of docs.slack.dev/reference/block-kit: counts and lengths, and only plain text. */
    @Test
    void slackGetsBlocksWithinItsLimitsAndNothingInThemIsMarkup() {
        each(alert -> {
            JsonNode message = JSON.valueToTree(SlackMessage.of(alert, SampleAlerts.LINKS, words));
            JsonNode blocks = message.path("blocks");
            assertThat(blocks.size()).isBetween(5, 50);
            assertThat(message.path("text").asString()).doesNotContain("<", ">");
            var said = new StringBuilder();
            for (JsonNode block : blocks) {
                switch (block.path("type").asString()) {
                    case "header" -> said.append(slackText(block.path("text"), 150));
                    case "section" -> said.append(slackText(block.path("text"), 3_000));
                    case "context" -> {
                        assertThat(block.path("elements").size()).isBetween(1, 10);
                        block.path("elements").forEach(one -> said.append(slackText(one, 3_000)));
                    }
                    case "actions" ->
                        block.path("elements").forEach(one -> {
                            assertThat(one.path("type").asString()).isEqualTo("button");
                            slackText(one.path("text"), 75);
                            assertThat(one.path("url").asString()).startsWith("https://nps.example.org/");
                        });
                    case "divider" -> {}
                    default -> throw new AssertionError(block);
                }
            }
            String shown = flat(said.toString());
            quoted(alert).forEach(one -> assertThat(shown).contains(flat(beginning(one))));
            assertThat(shown).contains(flat(words.before(alert)));
        });
    }

    @Test
    void teamsGetsACardOfTextRunsWithinItsSize() {
        each(alert -> {
            var map = TeamsMessage.of(alert, SampleAlerts.LINKS, words);
            byte[] bytes = JSON.writeValueAsString(map).getBytes(StandardCharsets.UTF_8);
            assertThat(bytes.length).isLessThan(TeamsMessage.LARGEST);
            JsonNode card = JSON.readTree(bytes).at("/attachments/0/content");
            assertThat(card.path("type").asString()).isEqualTo("AdaptiveCard");
            String shown = flat(card.findValues("inlines").stream()
                    .map(runs -> runs.path(0).path("text").asString())
                    .collect(Collectors.joining(" ")));
            quoted(alert).forEach(one -> assertThat(shown).contains(flat(beginning(one))));
            assertThat(shown).contains(flat(words.before(alert)));
            // The only text that Markdown is read in is ours.
            card.path("body").forEach(one -> {
                if (one.path("type").asString().equals("TextBlock")) {
                    assertThat(one.path("text").asString()).isEqualTo(words.headline(alert));
                }
            });
        });
    }

    @Test
    void aWebhookGetsTheWordsExactlyAsGiven() {
        each(alert -> {
            JsonNode data = JSON.readTree(JSON.writeValueAsString(WebhookMessage.of(alert, SampleAlerts.LINKS, words)))
                    .path("data");
            assertThat(data.at("/answer/score").asInt())
                    .isEqualTo(alert.now().score().value());
            assertThat(data.at("/answer/words").asString())
                    .isEqualTo(words.said(alert.now().words()));
            assertThat(data.at("/prior/said").asString()).isNotBlank();
            assertThat(data.at("/prior/first").asBoolean()).isEqualTo(alert.prior() instanceof Alert.First);
            if (alert.prior() instanceof Alert.Earlier earlier) {
                assertThat(data.at("/prior/score").asInt())
                        .isEqualTo(earlier.said().score().value());
                assertThat(data.at("/prior/words").asString())
                        .isEqualTo(words.said(earlier.said().words()));
            }
        });
    }

    /** By the verifier that the makers of Standard Webhooks publish for receivers. */
    @Test
    void whatWeSignOthersVerify() throws Exception {
        String secret = "whsec_"
                + Base64.getEncoder().encodeToString("0123456789abcdef01234567".getBytes(StandardCharsets.UTF_8));
        var receiver = new Webhook(secret);
        for (int seed = 0; seed < 50; seed++) {
            Alert alert = SampleAlerts.alert(new Random(seed));
            String body = JSON.writeValueAsString(WebhookMessage.of(alert, SampleAlerts.LINKS, words));
            Map<String, List<String>> headers = signed(secret, Instant.now(), body);
            receiver.verify(body, headers);
            assertThatThrownBy(() -> receiver.verify(body.replace("case.alert", "case.alarm"), headers))
                    .isInstanceOf(WebhookVerificationException.class);
            assertThatThrownBy(() ->
                            receiver.verify(body, signed(secret, Instant.now().minusSeconds(400), body)))
                    .isInstanceOf(WebhookVerificationException.class);
            assertThatThrownBy(() -> receiver.verify(body, signed("whsec_" + "A".repeat(32), Instant.now(), body)))
                    .isInstanceOf(WebhookVerificationException.class);
        }
    }

    private static Map<String, List<String>> signed(String secret, Instant at, String body) {
        return WebhookSignature.headers(secret, "alert-1", at, body.getBytes(StandardCharsets.UTF_8))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue())));
    }

    /** For the verifiers of others, which are no part of the build: see src/test/node/alert-samples.mjs. */
    @Test
    void writesSamplesDown() throws IOException {
        Path folder = Files.createDirectories(Path.of("target/alert-samples"));
        var random = new Random(11);
        for (int i = 0; i < 40; i++) {
            Alert alert = SampleAlerts.alert(random);
            Files.writeString(
                    folder.resolve("slack-" + i + ".json"),
                    JSON.writeValueAsString(SlackMessage.of(alert, SampleAlerts.LINKS, words)));
            Files.writeString(
                    folder.resolve("teams-" + i + ".json"),
                    JSON.writeValueAsString(TeamsMessage.of(alert, SampleAlerts.LINKS, words)));
        }
        var mail = new AlertMail(
                List.of(new AlertMail.Item(SampleAlerts.alert(random), SampleAlerts.LINKS)),
                words,
                "https://nps.example.org");
        Files.writeString(folder.resolve("mail.html"), mail.html(new StaticTemplates()));
        String body = JSON.writeValueAsString(WebhookMessage.of(SampleAlerts.alert(random), SampleAlerts.LINKS, words));
        String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);
        var headers = WebhookSignature.headers(secret, "alert-1", Instant.now(), body.getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                folder.resolve("webhook.json"),
                JSON.writeValueAsString(Map.of("secret", secret, "headers", headers, "body", body)));
        assertThat(folder).isNotEmptyDirectory();
    }

    private static void each(Consumer<Alert> check) {
        each(TRIES, check);
    }

    private static void each(int tries, Consumer<Alert> check) {
        for (int seed = 0; seed < tries; seed++) {
            Alert alert = SampleAlerts.alert(new Random(seed));
            try {
                check.accept(alert);
            } catch (AssertionError wrong) {
                throw new AssertionError("seed " + seed, wrong);
            }
        }
    }

    private static String slackText(JsonNode text, int most) {
        assertThat(text.path("type").asString()).isEqualTo("plain_text");
        assertThat(text.path("emoji").asBoolean(true)).isFalse();
        String escaped = text.path("text").asString();
        assertThat(escaped.length()).isBetween(1, most);
        assertThat(escaped.replaceAll("&(amp|lt|gt);", "")).doesNotContain("<", ">", "&");
        return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private Set<String> quoted(Alert alert) {
        String now = words.said(alert.now().words());
        var all = new HashSet<>(Set.of(now));
        if (alert.prior() instanceof Alert.Earlier earlier) {
            all.add(words.said(earlier.said().words()));
        }
        return all;
    }

    private static String score(Alert alert) {
        return "" + alert.now().score().value();
    }

    private static String beginning(String text) {
        return text.substring(0, text.offsetByCodePoints(0, Math.min(400, text.codePointCount(0, text.length()))));
    }

    /** Without white space, which each medium breaks in its own way, and without what HTML cannot hold. */
    private static String flat(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}>\u00a0]+", "");
    }
}
