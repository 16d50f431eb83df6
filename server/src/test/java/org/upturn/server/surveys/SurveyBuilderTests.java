package org.upturn.server.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Browser;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.questions.Kind;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.Role;

/** The survey as its team writes it, over real HTTP and through the doors. */
@UpturnTest
class SurveyBuilderTests {
    @Autowired
    Doors doors;

    private Acme acme;
    private Browser browser;
    private String path;

    @BeforeEach
    void aProgram() {
        acme = doors.acme();
        browser = acme.browser();
        path = "/programs/" + acme.program.id().value() + "/survey";
    }

    @Test
    void everyButtonKeepsWhatWasTyped() {
        press("add", Map.of("t.en.why", "What is the main reason?", "newKind", "one"))
                .expect(303);

        Questionnaire draft = draft().questionnaire();
        assertThat(draft.text("en", "why")).isEqualTo("What is the main reason?");
        assertThat(draft.questions()).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo(Kind.ONE);
            assertThat(question.options()).hasSize(2);
        });
        assertThat(browser.get(path).expect(200).body()).contains("more than two");
    }

    @Test
    void anotherOnesChangeIsNeverOverwrittenUnseen() {
        press("save", Map.of("t.en.why", "Why?")).expect(303);

        var late = press("save", Map.of("t.en.why", "Mine", "revision", "0")).expect(409);

        assertThat(late.body()).contains("Somebody else has changed", "Mine");
        assertThat(draft().questionnaire().text("en", "why")).isEqualTo("Why?");
        press("save", Map.of("t.en.why", "Mine", "revision", "1")).expect(303);
        assertThat(draft().questionnaire().text("en", "why")).isEqualTo("Mine");
    }

    @Test
    void publishingIsANewVersionThatPlannedWavesAskAndRunningOnesDoNot() {
        Wave running = acme.wave("Now");
        Instant now = Instant.now();
        Wave planned = acme.wave("Next", now.plus(Duration.ofDays(3)), now.plus(Duration.ofDays(9)));
        press("publish", Map.of("t.en.why", "Why?", "note", "Shorter")).expect(303);

        Survey latest = doors.surveys.latestSurvey(acme.workspace(), acme.program.id());
        assertThat(latest.version()).isEqualTo(2);
        assertThat(latest.note()).isEqualTo("Shorter");
        assertThat(doors.surveys.wave(acme.workspace(), planned.id()).survey()).isEqualTo(latest.id());
        assertThat(doors.surveys.wave(acme.workspace(), running.id()).survey()).isEqualTo(running.survey());
        assertThat(draft().isBegun()).isFalse();
        assertThat(browser.get(path + "/versions").expect(200).body()).contains("Version 2", "Shorter");
        press("publish", Map.of("t.en.why", "Because?", "running", "on")).expect(303);
        assertThat(doors.surveys
                        .survey(
                                acme.workspace(),
                                doors.surveys
                                        .wave(acme.workspace(), running.id())
                                        .survey())
                        .version())
                .isEqualTo(3);
    }

    @Test
    void whatCannotBeAskedIsNotPublishedAndSaysWhy() {
        press("add", Map.of("newKind", "one")).expect(303);
        String id = draft().questionnaire().questions().getFirst().id();
        var fields = new HashMap<>(Map.of("question", id, "kind." + id, "one"));

        assertThat(press("publish", fields).expect(422).body()).contains("has no words yet");
        assertThat(doors.surveys.versions(acme.workspace(), acme.program.id())).hasSize(1);
    }

    @Test
    void aQuestionNeverChangesItsKind() {
        saved("one");
        doors.surveyDrafts.publish(acme.olga, acme.program.id(), "", false);
        saved("many");

        assertThatThrownBy(() -> doors.surveyDrafts.publish(acme.olga, acme.program.id(), "", false))
                .hasMessageContaining("another kind");
    }

    private void saved(String kind) {
        var words = Map.of("score", "S?", "why", "W?", "q.a", "A?", "q.a.o.x", "X", "q.a.o.y", "Y");
        doors.surveyDrafts.save(
                acme.olga,
                acme.program.id(),
                new Questionnaire(
                        List.of("en"),
                        List.of(new org.upturn.server.surveys.questions.Question(
                                "a", Kind.of(kind), List.of("x", "y"), null, null)),
                        null,
                        Map.of("en", words)),
                null);
    }

    @Test
    void teammatesCommentAndResolve() {
        Browser ria = acme.browser(acme.member("Ria", Role.RESPONDER));
        ria.post(path + "/comments", Map.of("about", "why", "words", "Could be <shorter>."))
                .expect(303);

        assertThat(browser.get(path).body()).contains("Ria", "Could be &lt;shorter&gt;.");
        var comment =
                doors.surveyDrafts.comments(acme.workspace(), acme.program.id()).getFirst();
        browser.post(path + "/comments/" + comment.id() + "/resolution", Map.of())
                .expect(303);
        assertThat(doors.surveyDrafts.comments(acme.workspace(), acme.program.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.isOpen()).isFalse());
        ria.post(path + "/comments", Map.of("words", " ")).expect(422);
    }

    @Test
    void thePreviewShowsTheDraftFromRightToLeftAndMayBeFramedByUsOnly() {
        press("language", Map.of("newLanguage", "ar")).expect(303);
        press("save", Map.of("t.ar.why", "ما السبب؟")).expect(303);

        var preview = browser.get(path + "/preview?lang=ar").expect(200);
        assertThat(preview.body()).contains("dir=\"rtl\"", "ما السبب؟", "إرسال");
        assertThat(preview.header("Content-Security-Policy")).contains("frame-ancestors 'self'", "form-action 'none'");
        browser.get(path + "/preview?version=1").expect(200);
        browser.get(path + "/preview?version=9").expect(404);
    }

    @Test
    void aViewerLooksAndCannotChange() {
        Browser vic = acme.browser(acme.member("Vic", Role.VIEWER));

        assertThat(vic.get(path).expect(200).body())
                .contains("<fieldset disabled")
                .doesNotContain("value=\"publish\"");
        vic.post(path + "/draft", Map.of("language", "en", "do", "save")).expect(403);
    }

    @Test
    void whateverIsSentIsNeverAnError() {
        String api = "/api/v1" + path + "/draft";
        for (String odd : List.of(
                "{}",
                "{\"languages\":[null]}",
                "{\"languages\":[\"en\"],\"questions\":[{}]}",
                "{\"languages\":[\"en\"],\"questions\":[{\"kind\":\"text\"}]}",
                "{\"languages\":[\"en\"],\"questions\":[{\"id\":\"a\",\"kind\":\"odd\"}]}",
                "{\"languages\":[\"en\"],\"questions\":[{\"id\":\"a\",\"kind\":\"scale\",\"top\":99}]}",
                "{\"languages\":[\"en\"],\"variants\":[{\"attribute\":null}]}",
                "{\"languages\":[\"en\",\"en\"]}")) {
            acme.api()
                    .send(
                            "PUT",
                            api,
                            Map.of("Content-Type", "application/json"),
                            java.net.http.HttpRequest.BodyPublishers.ofString(odd))
                    .expect(422);
        }
        press("add", Map.of("newKind", "odd")).expect(422);
        press("drop:none", Map.of()).expect(303);
        press("drop", Map.of("question", "X Y", "kind.X Y", "one")).expect(422);
        browser.post(path + "/draft", Map.of("do", "save")).expect(422);
    }

    @Test
    void aWaveThatCannotBeOpenedKeepsWhatWasTyped() {
        acme.wave("Q4");
        String waves = "/programs/" + acme.program.id().value() + "/waves";
        var typed = Map.of("name", "Q4", "opens", "2026-01-05", "closes", "2036-01-01", "module", "Resume Skills");

        assertThat(browser.post(waves, typed).expect(409).body())
                .contains("a wave of that name already", "value=\"Q4\"", "2026-01-05", "Resume Skills");
        assertThat(browser.post(waves, Map.of("name", "Q5", "opens", "soon", "closes", "2036-01-01"))
                        .expect(422)
                        .body())
                .contains("Give both days", "value=\"Q5\"");
    }

    @Test
    void aWaveIsRenamedProlongedAndClosedButNeverMovedUnderPeople() {
        Wave wave = doors.surveys.wave(acme.workspace(), acme.wave("Q4").id());
        String settings = "/waves/" + wave.id().value() + "/settings";
        var texts = new HashMap<>(Map.of("name", "Week 3", "timing", "mid", "module", "Resume Skills"));
        texts.put("opens", day(wave.opensAt()));
        texts.put("closes", "2036-01-01");
        browser.post(settings, texts).expect(303);

        Wave changed = doors.surveys.wave(acme.workspace(), wave.id());
        assertThat(changed.name()).isEqualTo("Week 3");
        assertThat(changed.opensAt()).isEqualTo(wave.opensAt());
        assertThat(changed.occasion()).isEqualTo(new Occasion(Timing.MID, "Resume Skills", "", ""));
        texts.put("opens", "2020-01-01");
        assertThat(browser.post(settings, texts).expect(422).body()).contains("its first day stays");
        browser.post("/waves/" + wave.id().value() + "/closure", Map.of()).expect(303);
        assertThat(doors.surveys.wave(acme.workspace(), wave.id()).closesAt()).isBefore(Instant.now());
        texts.put("opens", day(wave.opensAt()));
        assertThat(browser.post(settings, texts).expect(422).body()).contains("This wave has closed");
    }

    private static String day(Instant time) {
        return time.atZone(java.time.ZoneId.of("Europe/Berlin")).toLocalDate().toString();
    }

    private SurveyDraft draft() {
        return doors.surveyDrafts.find(acme.workspace(), acme.program.id());
    }

    /** The form as a browser would send it, with these fields changed. */
    private org.upturn.server.house.Reply press(String button, Map<String, String> changed) {
        SurveyDraft draft = draft();
        var fields = new HashMap<String, String>();
        fields.put("revision", String.valueOf(draft.revision()));
        fields.put("language", draft.questionnaire().languages().getLast());
        draft.questionnaire()
                .texts()
                .forEach((language, words) ->
                        words.forEach((key, text) -> fields.put("t." + language + "." + key, text)));
        fields.putAll(changed);
        fields.put("do", button);
        return browser.post(path + "/draft", fields);
    }
}
