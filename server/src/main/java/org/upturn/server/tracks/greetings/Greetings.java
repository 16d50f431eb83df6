package org.upturn.server.tracks.greetings;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.invitations.cadence.Calendar;
import org.upturn.server.invitations.mail.Note;
import org.upturn.server.invitations.outbox.Letters;
import org.upturn.server.invitations.outbox.Skip;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.tracks.greetings.GreetingRepository.Active;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspaces;

/** The door to greetings: celebrates days that come back, without asking for anything (S2-05). */
@Service
public class Greetings {
    /** A greeting goes in the morning, not at midnight. */
    private static final int FROM_HOUR = 9;
    /** A server that was down on the day makes up for it as long as a greeting is still one: a weekend. */
    private static final int LATE_DAYS = 2;

    private static final int AHEAD_DAYS = 30;
    private static final int AT_ONCE = 500;
    private static final int SHOWN = 20;
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_BODY = 5_000;

    private final GreetingRepository repository;
    private final GreetingWords words;
    private final Letters letters;
    private final Contacts contacts;
    private final Surveys surveys;
    private final Workspaces workspaces;
    private final AuditLog audit;
    private final Clock clock;

    Greetings(
            GreetingRepository repository,
            GreetingWords words,
            Letters letters,
            Contacts contacts,
            Surveys surveys,
            Workspaces workspaces,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.words = words;
        this.letters = letters;
        this.contacts = contacts;
        this.surveys = surveys;
        this.workspaces = workspaces;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody whose day comes. */
    public record Coming(ContactId contact, String name, LocalDate day) {}

    /** Those that are on. */
    public List<Greeting> ofProgram(WorkspaceId workspace, ProgramId program) {
        return repository.ofProgram(
                workspace, surveys.program(workspace, program).id());
    }

    /** These and no others. @throws Problem where one is twice, or its words are too long */
    @Transactional
    public void save(Member by, ProgramId program, List<Greeting> told) {
        surveys.program(by.workspace(), program);
        if (told.stream().map(Greeting::milestone).distinct().count() < told.size()) {
            throw Problem.invalid("milestone", "problem.greeting.milestone");
        }
        repository.save(by, program, told.stream().map(Greetings::checked).toList(), clock.instant());
        audit.record(by, "greetings.changed", program.value());
    }

    private static Greeting checked(Greeting told) {
        boolean birthday = told.milestone() == Milestone.BIRTHDAY;
        String attribute = birthday ? told.attribute().strip() : "";
        if (birthday && (attribute.isEmpty() || attribute.length() > 100)) {
            throw Problem.invalid("attribute", "problem.greeting.attribute");
        }
        String subject = told.subject().replaceAll("\\p{Cntrl}+", " ").strip();
        String greeting = told.greeting().replaceAll("\\p{Cntrl}+", " ").strip();
        String body = told.body().replace("\0", "").replace("\r\n", "\n").strip();
        if (subject.length() > LONGEST_LINE || greeting.length() > LONGEST_LINE || body.length() > LONGEST_BODY) {
            throw Problem.invalid("body", "problem.greeting.long", LONGEST_LINE, LONGEST_BODY);
        }
        return new Greeting(told.milestone(), attribute, subject, greeting, body);
    }

    /** Whose day comes in the next thirty, the soonest first; at most twenty. */
    public List<Coming> coming(WorkspaceId workspace, ProgramId program, Greeting greeting) {
        ZoneId zone = zone(workspace);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<LocalDate> days = today.datesUntil(today.plusDays(AHEAD_DAYS)).toList();
        List<String> monthDays = days.stream()
                .flatMap(day -> Calendar.monthDays(List.of(day)).stream())
                .toList();
        return repository.whose(new Active(workspace, program), greeting, monthDays, today, zone, SHOWN).stream()
                .map(one -> new Coming(
                        one.person().contact(),
                        one.name(),
                        days.stream()
                                .filter(day -> Calendar.monthDays(List.of(day)).contains(one.monthDay()))
                                .findFirst()
                                .orElseThrow()))
                .toList();
    }

    /** How many were greeted in the last year. */
    public long greeted(WorkspaceId workspace, ProgramId program, Milestone milestone) {
        return repository.greeted(workspace, program, milestone, clock.instant().minus(Duration.ofDays(365)));
    }

    /** The greeting as this person would read it. */
    public Note preview(WorkspaceId workspace, Greeting greeting, ContactId contact) {
        Contact person = contacts.find(workspace, contact);
        return words.note(greeting, person, workspaces.find(workspace).name()).seenBy(person);
    }

    List<Active> active() {
        return repository.active();
    }

    /**
     * Greets whose day it is. Whom no mail may reach, or who was mailed in the last days, is left out for this year.
     *
     * @return how many greetings went into the outbox
     */
    @Transactional
    int greetDue(Active of) {
        Instant now = clock.instant();
        ZoneId zone = zone(of.workspace());
        if (now.atZone(zone).getHour() < FROM_HOUR || !letters.ready(of.workspace())) {
            return 0;
        }
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<String> days = Calendar.monthDays(Stream.iterate(today, day -> day.minusDays(1))
                .limit(LATE_DAYS + 1)
                .toList());
        String organization = workspaces.find(of.workspace()).name();
        int sent = 0;
        for (Greeting greeting : repository.ofProgram(of.workspace(), of.program())) {
            for (var one : repository.whose(of, greeting, days, today, zone, AT_ONCE)) {
                String skip = letters.refusal(one.person()).map(Skip::word).orElse(null);
                ContactId contact = one.person().contact();
                if (repository.keep(of, greeting.milestone(), contact, today.getYear(), skip, now) && skip == null) {
                    letters.queue(
                            one.person(),
                            new Letters.Target("/g/", contact.value()),
                            words.note(greeting, contacts.find(of.workspace(), contact), organization),
                            now.plus(Duration.ofDays(LATE_DAYS)));
                    sent++;
                }
            }
        }
        return sent;
    }

    private ZoneId zone(WorkspaceId workspace) {
        return workspaces.find(workspace).timeZone();
    }
}
