package org.upturn.server.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.alerts.messages.Alert;
import org.upturn.server.alerts.messages.AlertKind;
import org.upturn.server.alerts.preferences.Pace;
import org.upturn.server.alerts.preferences.Preference;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.authority.CaseAction;
import org.upturn.server.cases.authority.Limit;
import org.upturn.server.cases.authority.Told;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Post;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.Wave;
import org.upturn.server.tracks.passives.Passives;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

/** What one member hears of, in their own language and time zone. */
@UpturnTest
class AlertsToPeopleTests {
    private static final String BEFORE = "Great support, thank you.";
    private static final String NOW = "Support is slow now, and the price went up.";

    @Autowired
    Doors doors;

    @Autowired
    Passives passives;

    private final GreenMail post = new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort()});
    private Acme acme;
    private Member rita;
    private Member mona;
    private Wave first;
    private Wave second;

    @BeforeEach
    void begin() {
        post.start();
        acme = doors.acme();
        rita = acme.member("Rita", Role.RESPONDER);
        mona = acme.member("Mona", Role.MANAGER);
        first = acme.wave("Q3", 90);
        second = acme.wave("Q4");
        Post.carry(doors, acme, post.getSmtp().getPort(), null);
    }

    @AfterEach
    void end() {
        post.stop();
    }

    @Test
    void eachMemberIsToldInTheirLanguageAndTimeZone() throws Exception {
        doors.assignments.name(acme.olga, acme.program.id(), rita.id(), null);
        speaks(rita, "de", "Asia/Tokyo");
        Case item = converted();

        MimeMessage mail = Post.first(post, rita.email());

        assertThat(mail.getSubject()).startsWith("3 nach 9 von Cleo (Acme Ltd): „Support is slow now");
        String due = new org.upturn.server.kernel.Texts(
                        new org.springframework.context.support.StaticMessageSource(),
                        Locale.GERMAN,
                        ZoneId.of("Asia/Tokyo"),
                        java.time.Clock.systemUTC())
                .dayAndTime(item.clocks().contactBy());
        assertThat(part(mail, 0)).contains("> " + NOW, "Beim letzten Mal (Q3): 9", "melden bis " + due);
        assertThat(part(mail, 1)).contains("<html lang=\"de\" dir=\"ltr\">", "Akte öffnen");
        assertThat(acme.browser(rita).get("/alerts").expect(200).body())
                .contains("lang=\"de\"", "Beim letzten Mal (Q3): 9");
    }

    @Test
    void aTeamIsToldInTheLanguageOfTheWorkspace() {
        acme.browser()
                .post(
                        "/settings/alerts/language",
                        Map.of("program", acme.program.id().value().toString(), "language", "fr"))
                .expect(303);
        try (var chat = new Listening(200, 200)) {
            for (ChannelKind kind : List.of(ChannelKind.SLACK, ChannelKind.WEBHOOK)) {
                doors.alertChannels.add(
                        acme.olga,
                        acme.program.id(),
                        new AlertChannels.Told(kind, kind.word(), chat.url("/" + kind.word())),
                        doors.url());
            }
            converted();
            await().atMost(Duration.ofSeconds(30)).until(() -> chat.taken.size() == 2);
            assertThat(chat.taken)
                    .anySatisfy(one ->
                            assertThat(one.json().path("text").asString()).startsWith("3 après 9 de Cleo"))
                    .anySatisfy(
                            one -> assertThat(one.json().at("/data/headline").asString())
                                    .isEqualTo("Personne n’a encore pris ce cas"));
        }
        assertThat(part(Post.first(post, acme.olga.email()), 0)).contains("La fois précédente (Q3) : 9");
    }

    @Test
    void aRequestIsToldToWhoMayDecideAndTheDecisionToWhoAsked() {
        speaks(rita, "de", "UTC");
        doors.actionCatalogue.count(acme.olga, "EUR");
        var refund = doors.actionCatalogue.add(
                acme.olga,
                new Told(
                        "refund",
                        "Refund",
                        new BigDecimal("40"),
                        List.of(new Limit(Role.MANAGER, new BigDecimal("500"), null))));
        doors.assignments.name(acme.olga, acme.program.id(), rita.id(), null);
        Case item = converted();
        Post.first(post, rita.email());

        CaseAction asked =
                doors.caseActions.act(rita, item.id(), refund.id(), new BigDecimal("1250.50"), "A long outage.");

        assertThat(notice(acme.olga, AlertKind.ACTION_ASKED).matter())
                .isInstanceOfSatisfying(
                        Alert.Asked.class, one -> assertThat(one.note()).isEqualTo("A long outage."));
        assertThat(part(Post.first(post, acme.olga.email()), 0))
                .contains("Somebody asks for your decision", "> " + NOW, "> " + BEFORE)
                .contains("Rita asks for: Refund, €1,250.50: “A long outage.”")
                .doesNotContain("/t/");
        assertThat(doors.alerts.of(acme.workspace(), mona.id()))
                .as("beyond her limit")
                .isZero();
        doors.caseActions.decide(acme.olga, item.id(), asked.id(), false, "We fix it first.");

        assertThat(notice(rita, AlertKind.ACTION_DECIDED).who().name()).isEqualTo("Cleo");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Post.all(post, rita.email()).size() == 2);
        assertThat(part(Post.all(post, rita.email()).getLast(), 0))
                .contains("Über Ihre Bitte wurde entschieden", "Olga Brandt hat abgelehnt: Refund, 1.250,50")
                .contains("„We fix it first.“", "> " + NOW);
    }

    @Test
    void aPassiveIsToldToTheirNewOwnerWithWordsAndPriorOnly() {
        acme.answer(first, acme.ben, 9, "I love it.");
        acme.answer(second, acme.ben, 7, "It became slow.");
        acme.awaitReadings();

        passives.give(acme.olga, acme.program.id(), acme.ben.id(), rita.id());

        Alert alert = notice(rita, AlertKind.PASSIVE_GIVEN);
        assertThat(alert.standing()).isInstanceOf(Alert.OfPassive.class);
        String mail = part(Post.first(post, rita.email()), 0);
        assertThat(mail)
                .contains("A passive was given to you", "7 after 9 from Ben", "> It became slow.", "> I love it.")
                .contains(
                        "Olga Brandt named you", "/passives#of-" + acme.ben.id().value());
        assertThat(acme.browser(rita).get("/alerts").expect(200).body())
                .contains("It became slow.", "href=\"" + alert.standing().path());
        assertThat(acme.browser(rita).get(alert.standing().path()).expect(200).body())
                .contains("id=\"of-" + acme.ben.id().value());
        passives.give(acme.olga, acme.program.id(), acme.ben.id(), rita.id());
        passives.give(mona, acme.program.id(), acme.ben.id(), mona.id());
        passives.give(acme.olga, acme.program.id(), acme.dan.id(), rita.id());
        passives.give(acme.olga, acme.program.id(), acme.ben.id(), rita.id());
        await().atMost(Duration.ofSeconds(30)).until(() -> doors.alerts.of(acme.workspace(), rita.id()) == 2);
        assertThat(doors.alerts.of(acme.workspace(), mona.id())).isZero();
    }

    @Test
    void whoWantsOneMailADayGetsRequestsInIt() {
        int later = (Instant.now().atZone(ZoneId.of("UTC")).getHour() * 60 + 120) % 1440;
        doors.alertPreferences.save(
                rita, new Preference(Pace.DAILY, later, null, null, ZoneId.of("UTC"), Locale.ENGLISH, false));
        acme.answer(second, acme.ben, 8, "It became slow.");
        acme.awaitReadings();
        passives.give(acme.olga, acme.program.id(), acme.ben.id(), rita.id());
        notice(rita, AlertKind.PASSIVE_GIVEN);
        assertThat(Post.all(post, rita.email())).isEmpty();
        var ready = doors.jdbc
                .sql("select ready_at from alert_delivery where workspace_id = :workspace")
                .param("workspace", acme.workspace().value())
                .query(Instant.class)
                .single();
        assertThat(ready).isAfter(Instant.now().plus(Duration.ofMinutes(50)));
    }

    private Alert notice(Member member, AlertKind kind) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> doors.alerts.list(member, null, 10).items().stream()
                        .anyMatch(line -> line.alert().kind() == kind));
        return doors.alerts.list(member, null, 10).items().stream()
                .map(Alerts.Line::alert)
                .filter(alert -> alert.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private void speaks(Member member, String language, String zone) {
        doors.alertPreferences.save(
                member,
                new Preference(Pace.AT_ONCE, 540, null, null, ZoneId.of(zone), Locale.forLanguageTag(language), false));
    }

    private Case converted() {
        acme.answer(first, acme.cleo, 9, BEFORE);
        var answer = acme.answer(second, acme.cleo, 3, NOW);
        acme.awaitReadings();
        return acme.caseOf(answer);
    }

    private static String part(MimeMessage mail, int number) {
        try {
            return ((Multipart) mail.getContent())
                    .getBodyPart(number)
                    .getContent()
                    .toString()
                    .replace("\r\n", "\n");
        } catch (jakarta.mail.MessagingException | java.io.IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
