package org.upturn.server.channels;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.Invitation;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.Invited;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.Pace;
import org.upturn.server.kernel.Moment;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Given;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Wave;

/**
 * Lets people in who come without a link of their own. Each gets a contact, an invitation and a personal link of their
 * own, so that what they see and send is never another's.
 */
@Service
public class Arrivals {
    /** A tablet whose clock is fast. */
    private static final Duration FAST = Duration.ofMinutes(10);

    private final Collectors collectors;
    private final CollectorRepository repository;
    private final Visitors visitors;
    private final Invitations invitations;
    private final Responses responses;
    private final HeldRepository held;
    private final MailSetup mail;
    private final Clock clock;

    Arrivals(
            Collectors collectors,
            CollectorRepository repository,
            Visitors visitors,
            Invitations invitations,
            Responses responses,
            HeldRepository held,
            MailSetup mail,
            Clock clock) {
        this.collectors = collectors;
        this.repository = repository;
        this.visitors = visitors;
        this.invitations = invitations;
        this.responses = responses;
        this.held = held;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * An answer as a tablet or a page of the team's site tells it.
     *
     * @param key made there, one for each answer
     * @param at when it was given; now when not told
     * @param language in which it was asked; null for that which the survey is written in
     */
    public record Told(
            UUID key,
            Score score,
            String words,
            @Nullable Instant at,
            @Nullable String language) {}

    /** The personal link of somebody who came by an open link. */
    @Transactional
    public Invitation enter(Collector by, Person person) {
        Wave wave = collectors.wave(by, clock.instant());
        return invitations.invite(
                by.workspace(), wave.id(), visitors.meet(by, person), by.kind().channel());
    }

    /**
     * Takes an answer once, however often it is sent.
     *
     * @return the path of the personal link on which they can say more or change it
     */
    @Transactional
    public String take(Collector by, Told told, Person person) {
        Instant now = clock.instant();
        Instant at = told.at() == null || told.at().isAfter(now) ? now : told.at();
        if (told.at() != null && told.at().isAfter(now.plus(FAST))) {
            throw Problem.invalid("at", "problem.collector.time");
        }
        if (!repository.claim(by, told.key(), now)) {
            return repository.invitation(by, told.key()).map(invitations::path).orElse("");
        }
        Wave wave = collectors.wave(by, at);
        ContactId contact = visitors.meet(by, person);
        var path = new String[1];
        Moment.at(at, () -> {
            Invitation made = invitations.invite(
                    by.workspace(), wave.id(), contact, by.kind().channel());
            responses.answer(
                    new Invited(by.workspace(), made.id(), wave.id(), contact),
                    new Given(told.score(), told.words(), told.language(), Map.of()),
                    by.kind().channel());
            repository.note(by, told.key(), made.id());
            path[0] = made.path();
        });
        return path[0];
    }

    /** Whether somebody whom the site has signed may be asked now; when not, the reason is counted. */
    @Transactional
    public boolean mayAsk(Collector by, Person.Signed person) {
        Optional<Held> why = held(by, person);
        why.ifPresent(one -> held.count(by, one));
        return why.isEmpty();
    }

    /** How often it was not shown, by the reason. */
    public Map<Held, Long> held(Collector of) {
        return held.counts(of);
    }

    private Optional<Held> held(Collector by, Person.Signed person) {
        Instant now = clock.instant();
        Wave wave = collectors.wave(by, now);
        Optional<Contact> known = visitors.find(by, person);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (known.get().isUnwilling()) {
            return Optional.of(Held.UNWILLING);
        }
        ContactId contact = known.get().id();
        Instant since = now.minus(Duration.ofDays(by.settings().again()));
        if (responses.ofContact(by.workspace(), contact).stream()
                .anyMatch(one -> isOf(one, wave) || one.changedAt().isAfter(since))) {
            return Optional.of(Held.ANSWERED);
        }
        int quietDays = quietDays(by.workspace());
        return quietDays > 0 && invitations.isAskedSince(by.workspace(), contact, now.minus(Duration.ofDays(quietDays)))
                ? Optional.of(Held.ASKED)
                : Optional.empty();
    }

    /** The contact frequency of the workspace, which holds for every channel; the standard one until it is set. */
    public int quietDays(WorkspaceId workspace) {
        return mail.find(workspace)
                .map(MailSettings::pace)
                .orElse(Pace.STANDARD)
                .quietDays();
    }

    private static boolean isOf(Response one, Wave wave) {
        return one.wave().equals(wave.id());
    }
}
