package org.upturn.server.followups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.activity.CaseActivity;
import org.upturn.server.alerts.messages.Alert;
import org.upturn.server.alerts.messages.AlertKind;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Outcome;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.kernel.Moment;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

/** A call that is agreed on counts when it took place, and not before (S4-13). */
@UpturnTest
class ConversationTests {
    @Autowired
    Doors doors;

    @Autowired
    Conversations conversations;

    @Autowired
    TalkReminders reminders;

    @Autowired
    CaseActivity activity;

    private Acme acme;
    private Member rita;
    private CaseId item;
    private Instant tomorrow;

    @BeforeEach
    void begin() {
        acme = doors.acme();
        rita = acme.member("Rita", Role.RESPONDER);
        var answer = acme.answer(acme.wave("Q4"), acme.cleo, 3, "Support is slow now.");
        acme.awaitReadings();
        item = acme.caseOf(answer).id();
        doors.cases.assign(acme.olga, item, rita.id());
        tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
    }

    @Test
    void itStandsOnTheHeadOfTheRecordAndInTheInboxRow() {
        agree();
        String path = "/cases/" + item.value();
        assertThat(acme.browser(rita).get(path).expect(200).body()).contains("Call on ", "#letters\">Call on");
        assertThat(acme.browser(rita).get("/cases").expect(200).body()).contains("Call on ");
        assertThat(doors.cases.find(acme.workspace(), item).contactedAt()).isNull();
    }

    @Test
    void oneThatIsNotedLateCountsFromWhenItWasHeld() {
        Instant answered = Instant.now().minus(60, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES);
        CaseId late = acme.caseOf(acme.answerAt(answered, acme.wave("Q5", 5), acme.ben, 3, "Bad."))
                .id();
        Instant held = answered.plus(20, ChronoUnit.HOURS);

        conversations.add(rita, late, new Conversations.Told(Conversation.Kind.CALL, held, "", "We spoke."));

        assertThat(doors.cases.find(acme.workspace(), late).contactedAt()).isEqualTo(held);
    }

    @Test
    void whenItsTimeHasPassedOnePressSaysWhetherItTookPlace() {
        Conversation held = agree();
        Conversation missed = agree();
        assertThatThrownBy(() -> conversations.settle(rita, item, held.id(), true))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> conversations.settle(rita, item, held.id(), false))
                .isInstanceOf(Problem.class);
        pass();
        String path = "/cases/" + item.value();
        assertThat(acme.browser(rita).get("/cases").body()).contains("Did the call take place?");
        assertThat(acme.browser(rita).get(path).body()).contains("Did the call take place?", "outcome");

        settle(missed.id(), false);
        assertThat(doors.cases.find(acme.workspace(), item).contactedAt()).isNull();
        settle(held.id(), true);

        assertThat(doors.cases.find(acme.workspace(), item).contactedAt()).isNotNull();
        assertThat(doors.cases.followUps(acme.workspace(), item))
                .singleElement()
                .satisfies(one -> assertThat(one.words()).isEqualTo("Cleo; Rita: The call took place."));
        assertThat(acme.browser(rita).get(path).body()).doesNotContain("Did the call take place?");
        assertThat(conversations.ofCase(acme.workspace(), item))
                .extracting(one -> one.state(Instant.now()))
                .containsExactlyInAnyOrder("held", "missed");
    }

    @Test
    void whoLeadsItIsRemindedOnceAnHourBefore() {
        Conversation talk = agreedYesterday();
        begins(talk, 62);
        reminders.look(acme.workspace());
        assertThat(kinds()).doesNotContain(AlertKind.CONVERSATION_SOON);
        begins(talk, 59);
        reminders.look(acme.workspace());
        reminders.look(acme.workspace());
        await().atMost(Duration.ofSeconds(30)).until(() -> kinds().contains(AlertKind.CONVERSATION_SOON));
        assertThat(kinds()).containsOnlyOnce(AlertKind.CONVERSATION_SOON);
        assertThat(doors.alerts.list(rita, null, 10).items())
                .anySatisfy(line -> assertThat(line.alert().matter())
                        .isInstanceOfSatisfying(
                                Alert.Talk.class,
                                one -> assertThat(one.coming()).isTrue()));
        assertThat(acme.browser(rita).get("/alerts").body()).contains("A conversation is coming up", "call on ");
    }

    @Test
    void oneThatWasCalledOffRemindsNobody() {
        Conversation talk = agreedYesterday();
        conversations.callOff(rita, item, talk.id());
        assertThat(conversations.find(acme.workspace(), item, talk.id()).state(Instant.now()))
                .isEqualTo("called-off");
        begins(talk, 30);
        assertThat(reminders.look(acme.workspace())).isZero();
        assertThat(kinds()).doesNotContain(AlertKind.CONVERSATION_SOON);
    }

    @Test
    void itGoesIntoACalendar() {
        Conversation talk = agree();
        var reply = acme.browser(rita)
                .get("/cases/" + item.value() + "/conversations/" + talk.id() + "/calendar.ics")
                .expect(200);
        assertThat(reply.header("Content-Type")).startsWith("text/calendar");
        assertThat(reply.body())
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("SUMMARY:Call with Cleo\r\n", "DESCRIPTION:Cleo\\; Rita\r\n", "/cases/")
                .doesNotContain("Support is slow");
    }

    @Test
    void theFileIsFoldedAndEscaped() {
        var talk = new Conversation(UUID.randomUUID(), Conversation.Kind.CALL, tomorrow, "", "", "Rita", null, null);
        String name = "Ünïcödé 👩‍👩‍👧‍👦; a, b \\ c\nATTENDEE:x ".repeat(6);
        String text = new CalendarFile(talk, name, name, "https://nps.example.org/cases/1").text(Instant.EPOCH);
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        String unfolded = text.replace("\r\n ", "");
        assertThat(Arrays.stream(unfolded.split("\r\n")).filter(line -> line.startsWith("ATTENDEE")))
                .isEmpty();
        assertThat(unfolded)
                .contains("SUMMARY:" + "Ünïcödé 👩‍👩‍👧‍👦\\; a\\, b \\\\ c\\nATTENDEE:x ".repeat(6) + "\r\n")
                .contains("DTSTAMP:19700101T000000Z\r\n");
    }

    @Test
    void closingACaseCallsOffWhatIsStillToComeAndSaysSoBefore() {
        agree();
        String record = "/cases/" + item.value();
        assertThat(acme.browser(rita).get(record).body()).contains("Closing the case calls it off.");

        doors.cases.close(rita, item, Outcome.NO_CONTACT_POSSIBLE, "Moved away.");

        assertThat(conversations.ofCase(acme.workspace(), item))
                .singleElement()
                .extracting(one -> one.state(Instant.now()))
                .isEqualTo("called-off");
        assertThat(activity.of(acme.workspace(), item))
                .filteredOn(event -> "call".equals(event.what()))
                .extracting(event -> event.kind() + " by " + event.by() + ": " + event.words())
                .containsExactlyInAnyOrder("agreed by Rita: Cleo; Rita", "called-off by Rita: Cleo; Rita");
        assertThat(acme.browser(rita).get(record + "/activity").expect(200).body())
                .contains("Called off</strong>");
        assertThatThrownBy(this::agree).isInstanceOf(Problem.class);
        doors.cases.reopen(rita, item);
        assertThat(acme.browser(rita).get(record).body()).doesNotContain("Closing the case calls it off.");
    }

    @Test
    void aCaseWithATalkToComeDoesNotCloseByItselfWhenTheAnswerRises() {
        var wave = acme.wave("Q6", 5);
        CaseId other = acme.caseOf(acme.answer(wave, acme.ben, 5, "Slow.")).id();
        conversations.add(rita, other, new Conversations.Told(Conversation.Kind.CALL, tomorrow, "Ben", null));

        acme.answer(wave, acme.ben, 9, "Better.");

        assertThat(doors.cases.find(acme.workspace(), other).isOpen()).isTrue();
    }

    private Conversation agree() {
        return conversations.add(
                rita, item, new Conversations.Told(Conversation.Kind.CALL, tomorrow, "Cleo; Rita", null));
    }

    private void settle(UUID talk, boolean held) {
        acme.browser(rita)
                .post(
                        "/cases/" + item.value() + "/conversations/" + talk + "/outcome",
                        Map.of("held", String.valueOf(held)))
                .expect(303);
    }

    /** As if it were two days later. */
    private void pass() {
        doors.jdbc
                .sql("update conversation set held_at = held_at - interval '2 days' where workspace_id = :workspace")
                .param("workspace", acme.workspace().value())
                .update();
    }

    private Conversation agreedYesterday() {
        Moment.at(Instant.now().minus(1, ChronoUnit.DAYS), this::agree);
        return conversations.ofCase(acme.workspace(), item).getFirst();
    }

    private void begins(Conversation talk, int minutes) {
        doors.jdbc
                .sql("update conversation set held_at = :at where workspace_id = :workspace and id = :id")
                .param("workspace", acme.workspace().value())
                .param("id", talk.id())
                .param("at", Instant.now().plus(minutes, ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC))
                .update();
    }

    private java.util.List<AlertKind> kinds() {
        return doors.alerts.list(rita, null, 10).items().stream()
                .map(line -> line.alert().kind())
                .toList();
    }
}
