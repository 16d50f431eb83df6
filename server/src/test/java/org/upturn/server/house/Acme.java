package org.upturn.server.house;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.upturn.server.cases.Case;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.invitations.Invitation;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Moment;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.Workspaces.NewMember;

/**
 * A workspace of its own with the named cast: Olga owns it; Ada is the promoter, Ben the passive, Cleo the detractor who
 * was a promoter, Dan the chronic one, Eve the silent one. One program, and no wave until a test opens one.
 */
public final class Acme {
    public static final String PASSWORD = "correct horse battery";

    private static final Duration LONGEST_READING = Duration.ofSeconds(60);

    public final Member olga;
    public final Program program;
    public final Contact ada;
    public final Contact ben;
    public final Contact cleo;
    public final Contact dan;
    public final Contact eve;

    private final Doors doors;

    Acme(Doors doors) {
        this.doors = doors;
        var owner = new NewMember("Olga Brandt", email("olga"), PASSWORD, Role.OWNER);
        olga = doors.workspaces.create("Acme", "Europe/Berlin", owner);
        program = doors.surveys.create(workspace(), new Surveys.NewProgram("Customers", null, null, "company"));
        ada = contact("Ada");
        ben = contact("Ben");
        cleo = contact("Cleo");
        dan = contact("Dan");
        eve = contact("Eve");
    }

    /** An address that nobody else has, for signing in is one name space over all workspaces. */
    public static String email(String name) {
        return name.toLowerCase(java.util.Locale.ROOT) + "." + UUID.randomUUID() + "@acme.example.org";
    }

    public WorkspaceId workspace() {
        return olga.workspace();
    }

    public Contact contact(String name) {
        return doors.contacts
                .register(
                        workspace(), new NewContact(name, name, null, null, "Acme Ltd", Map.of("site", "North"), null))
                .contact();
    }

    public Member member(String name, Role role) {
        return doors.workspaces.addMember(olga, new NewMember(name, email(name), PASSWORD, role));
    }

    /** The API as Olga may use it. */
    public Client api() {
        return api(olga);
    }

    /** The API as this member may use it. */
    public Client api(Member member) {
        return doors.api(doors.workspaces.addApiKey(member, "test").secret());
    }

    /** Pages as Olga sees them. */
    public Browser browser() {
        return browser(olga);
    }

    public Browser browser(Member member) {
        return doors.browser().with(doors.signIn.openFor(member));
    }

    /** A wave that opened yesterday and closes in a week. */
    public Wave wave(String name) {
        Instant now = Instant.now();
        return wave(name, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(7)));
    }

    /** A wave that opened so many days ago and is still open; lets a test have earlier waves without turning the clock. */
    public Wave wave(String name, int openedDaysAgo) {
        Instant now = Instant.now();
        return wave(name, now.minus(Duration.ofDays(openedDaysAgo)), now.plus(Duration.ofDays(7)));
    }

    public Wave wave(String name, Instant opens, Instant closes) {
        return doors.surveys.open(workspace(), program.id(), new Surveys.NewWave(name, opens, closes));
    }

    public Invitation invite(Wave wave, Contact contact) {
        return doors.invitations.invite(workspace(), wave.id(), contact.id());
    }

    /** Whom the personal link of this contact belongs to, in this wave. */
    public Invited invited(Wave wave, Contact contact) {
        return doors.invitations.findByToken(invite(wave, contact).token()).orElseThrow();
    }

    /** Invites and answers; a second answer in the same wave is an edit. */
    public Response answer(Wave wave, Contact contact, int score, String words) {
        ResponseId id = doors.responses.answer(invited(wave, contact), new Score(score), words);
        return doors.responses.find(workspace(), id);
    }

    /** The same at another time. */
    public Response answerAt(Instant time, Wave wave, Contact contact, int score, String words) {
        Moment.at(time, () -> answer(wave, contact, score, words));
        return doors.responses.findByInvitation(invited(wave, contact)).orElseThrow();
    }

    /** The case of a detractor's answer. */
    public Case caseOf(Response response) {
        return doors.cases.findByResponse(workspace(), response.id()).orElseThrow();
    }

    /** Lets the server read every verbatim that still waits. */
    public void awaitReadings() {
        await().alias("every verbatim is read")
                .atMost(LONGEST_READING)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> doors.readings.waiting(workspace()).isOver());
    }
}
