package org.upturn.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.corrections.Reason;
import org.upturn.server.corrections.Request;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Browser;
import org.upturn.server.house.Client;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Reply;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.questions.Condition;
import org.upturn.server.surveys.questions.Kind;
import org.upturn.server.surveys.questions.Question;
import org.upturn.server.surveys.questions.Questionnaire;

/** What the server sends is HTML by the standard: no error by the Nu Html Checker (vnu) on any page. */
@UpturnTest
class ValidPagesTests {
    @Autowired
    Doors doors;

    @TempDir
    Path folder;

    private HtmlChecker checker;

    @Test
    void everyPageIsHtmlByTheStandard() throws Exception {
        checker = new HtmlChecker(folder);
        var stage = new Stage(doors);
        Browser olga = stage.acme.browser();
        stage.paths().forEach((name, path) -> look(name, olga, path));
        team(olga, stage.acme);
        inEveryState(doors.acme());
        assertThat(checker.errors()).isEmpty();
    }

    private void team(Browser olga, Acme acme) throws Exception {
        look("nobody is signed in", doors.browser(), "/sign-in");
        look("settings", olga, "/settings");
        look("review", olga, "/codebook/review");
        look("schedules", olga, "/programs/" + acme.program.id().value() + "/cadences");
        look("saved searches", olga, "/verbatims?q=support");
        look("past answers", olga, "/history");
        byte[] file = "Response ID,E-mail,Score,Comment,Created at\nr1,p@example.org,3,Slow.,2024-03-01T00:00:00Z\n"
                .getBytes(StandardCharsets.UTF_8);
        var looked =
                olga.upload("/history", Map.of("program", "" + acme.program.id().value()), "past.csv", file);
        look("past answers, preview", olga, looked.expect(303).header("Location"));
    }

    /** The pages of those we ask, with every kind of question, and everything that can be wrong with a link. */
    private void inEveryState(Acme acme) {
        Client anybody = doors.anybody();
        askEverything(acme);
        Wave open = acme.wave("Open");
        Wave past = acme.wave(
                "Past", Instant.now().minus(Duration.ofDays(9)), Instant.now().minus(Duration.ofDays(1)));
        String link = acme.invite(open, acme.ada).path();
        look("answer, every kind of question", anybody, link);
        look("answer, a score is chosen", anybody, link + "?score=4");
        look("answer, right to left", anybody, link + "?lang=ar");
        checker.add("answer, nothing is chosen", anybody.form(link, Map.of()).body());
        checker.add(
                "answer, no JavaScript goes on to the questions",
                anybody.form(link, Map.of("score", "3", "why", "Slow.")).body());
        look("answer, begun", anybody, link);
        var late = new String[1];
        Moment.at(
                past.opensAt().plusSeconds(60),
                () -> late[0] = acme.invite(past, acme.ada).path());
        look("wave is closed", anybody, late[0]);
        look("somebody changed the link", anybody, link.substring(0, link.length() - 2) + "xx");
        var silent = acme.answer(open, acme.eve, 6, "");
        look("answer, to be changed", anybody, acme.invite(open, acme.eve).path());
        for (Reason reason : List.of(Reason.MISSING_WHY, Reason.CONTRADICTION)) {
            var asked = doors.corrections.ask(
                    acme.olga, silent.id(), new Request(reason, null, "Which part of it?", false, null));
            String path = doors.corrections.path(asked.id());
            look("correction, " + reason, anybody, path);
            checker.add("correction, empty", anybody.form(path, Map.of()).body());
            String thanks =
                    anybody.form(path, Map.of("why", "Too slow.", "score", "3")).header("Location");
            look("correction, thanks", anybody, thanks);
            look("correction, used", anybody, path);
        }
        look("correction, unknown", anybody, "/c/nothing");
        look("open link, unknown", anybody, "/o/nothing");
        checker.add(
                "unsubscribed", anybody.form(link + "/unsubscribe", Map.of()).body());
    }

    private void askEverything(Acme acme) {
        var words = new TreeMap<>(Map.of("score", "How likely?", "why", "Why?"));
        List<Question> questions = Arrays.stream(Kind.values())
                .map(kind -> new Question(
                        kind.word(), kind, kind.hasOptions() ? List.of("a", "b") : null, null, Condition.ALWAYS))
                .toList();
        questions.forEach(one -> {
            words.put(one.key(), "What about " + one.id() + "?");
            one.options().forEach(option -> words.put(one.key(option), "Option " + option));
        });
        var told = new Questionnaire(List.of("en", "ar"), questions, List.of(), Map.of("en", words, "ar", words));
        doors.surveyDrafts.save(acme.olga, acme.program.id(), told, null);
        doors.surveyDrafts.publish(acme.olga, acme.program.id(), "", false);
    }

    private void look(String name, Browser browser, String path) {
        checker.add(name, shown(name, browser.get(path)));
    }

    private void look(String name, Client client, String path) {
        checker.add(name, shown(name, client.get(path)));
    }

    /** A page that failed would be HTML by the standard, too. */
    private static String shown(String name, Reply page) {
        assertThat(page.status()).as(name).isLessThan(500);
        return page.body();
    }
}
