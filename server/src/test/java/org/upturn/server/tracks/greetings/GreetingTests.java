package org.upturn.server.tracks.greetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Post;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.invitations.outbox.Suppressions;
import org.upturn.server.kernel.Moment;

/** Days that come back: greeted over real SMTP, once a year, and nobody who wants no mail (S2-05). */
@UpturnTest
class GreetingTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Greeting BIRTHDAY = new Greeting(Milestone.BIRTHDAY, "born", "", "", "");

    @Autowired
    Doors doors;

    @Autowired
    Suppressions suppressions;

    @Autowired
    Greetings greetings;

    private final GreenMail post = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private Acme acme;

    @BeforeEach
    void begin() {
        post.start();
        acme = doors.acme();
        Post.carry(doors, acme, post.getSmtp().getPort(), null);
        greetings.save(acme.olga, acme.program.id(), List.of(BIRTHDAY));
    }

    @AfterEach
    void end() {
        post.stop();
    }

    @Test
    void aBirthdayIsGreetedOnceAYearInTheMorningAndAsksForNothing() throws Exception {
        Contact dina = born("Dina", "1990-03-01");
        Contact emil = born("Emil", "1990-03-01");
        suppressions.add(acme.olga, emil.email());
        acme.invite(acme.wave("Past", 400), dina);
        acme.invite(acme.wave("Past 2", 400), emil);
        born("Nobody", "1990-03-01");

        assertThat(dueAt("2027-03-01", 8)).as("not before nine").isZero();
        assertThat(dueAt("2027-03-01", 10)).isEqualTo(1);
        assertThat(dueAt("2027-03-01", 10)).as("never twice").isZero();
        assertThat(dueAt("2027-03-02", 10)).as("nor the day after").isZero();
        assertThat(greetings.greeted(acme.workspace(), acme.program.id(), Milestone.BIRTHDAY))
                .isEqualTo(1);
        letItGo();

        MimeMessage mail = Post.first(post, dina.email());
        assertThat(mail.getSubject()).isEqualTo("Happy birthday");
        assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("/unsubscribe");
        String html =
                (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
        assertThat(html).contains("Hello Dina", "everybody at Acme").doesNotContain("/g/", "score=");
        assertThat(Post.all(post, emil.email())).isEmpty();
        assertThat(dueAt("2028-03-01", 10)).as("but next year again").isEqualTo(1);
    }

    @Test
    void whoWasMailedInTheLastDaysIsLeftOutThisYear() {
        Contact dina = born("Dina", "1990-03-01");
        var wave = acme.wave("Now", at("2027-02-20", 10), at("2027-04-01", 10));
        Moment.at(at("2027-02-25", 10), () -> acme.answer(wave, dina, 9, "Good."));
        acme.invite(acme.wave("Later", at("2027-02-27", 10), at("2027-04-01", 10)), dina);

        assertThat(dueAt("2027-03-01", 10)).isZero();
    }

    @Test
    void whoWasBornOnALeapDayIsGreetedOnTheTwentyEighth() {
        Contact dina = born("Dina", "1992-02-29");
        acme.invite(acme.wave("Past", 400), dina);

        assertThat(dueAt("2027-02-27", 10)).isZero();
        assertThat(dueAt("2027-02-28", 10)).isEqualTo(1);
    }

    @Test
    void thePageShowsWhoseDayComesAndWhatTheyWouldRead() {
        LocalDate soon = LocalDate.ofInstant(Instant.now(), BERLIN).plusDays(3);
        Contact dina = born("Dina", soon.minusYears(30).toString());
        acme.invite(acme.wave("Past", 400), dina);
        String path = "/programs/" + acme.program.id().value() + "/greetings";

        assertThat(acme.browser().get(path).expect(200).body())
                .contains("Dina", "Happy birthday", "Hello Dina", "everybody at Acme");
        acme.browser()
                .post(
                        path,
                        Map.of(
                                "on.birthday", "1",
                                "attribute", "born",
                                "subject.birthday", "Cake for {firstname}",
                                "on.known-since", "1"))
                .expect(303);
        assertThat(acme.browser().get(path).body()).contains("Cake for Dina");
        assertThat(greetings.ofProgram(acme.workspace(), acme.program.id())).hasSize(2);
        acme.browser().post(path, Map.of()).expect(303);
        assertThat(greetings.ofProgram(acme.workspace(), acme.program.id())).isEmpty();
    }

    private int dueAt(String day, int hour) {
        var sent = new int[1];
        Moment.at(
                at(day, hour),
                () -> sent[0] = greetings.greetDue(new GreetingRepository.Active(acme.workspace(), acme.program.id())));
        return sent[0];
    }

    private static Instant at(String day, int hour) {
        return LocalDate.parse(day).atTime(hour, 0).atZone(BERLIN).toInstant();
    }

    /** The greeting was queued on a day to come; the outbox of today takes it when its time is today's. */
    private void letItGo() {
        doors.jdbc
                .sql(
                        "update mail_message set ready_at = ready_at - interval '10 years' where workspace_id = :workspace")
                .param("workspace", acme.workspace().value())
                .update();
    }

    private Contact born(String name, String day) {
        return doors.contacts
                .register(
                        acme.workspace(),
                        new NewContact(
                                name + "-mail", name, Acme.email(name), null, "Acme Ltd", Map.of("born", day), null))
                .contact();
    }
}
