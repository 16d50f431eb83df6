package org.upturn.server.invitations.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Where;
import org.upturn.server.contacts.segments.Segments;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.Pace;
import org.upturn.server.invitations.texts.GatewaySetup;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** Orders to send the invitations of a wave: starts, pauses and follows them. */
@Service
public class Mailings {
    private static final int MOST_REMINDERS = 2;
    private static final int LONGEST_WAIT_DAYS = 90;
    private static final int LONGEST_SPREAD_DAYS = 60;

    private final MailingRepository repository;
    private final AudienceRepository audiences;
    private final MailSetup setup;
    private final GatewaySetup gateways;
    private final Invitations invitations;
    private final Segments segments;
    private final Surveys surveys;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mailings(
            MailingRepository repository,
            AudienceRepository audiences,
            MailSetup setup,
            GatewaySetup gateways,
            Invitations invitations,
            Segments segments,
            Surveys surveys,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.audiences = audiences;
        this.setup = setup;
        this.gateways = gateways;
        this.invitations = invitations;
        this.segments = segments;
        this.surveys = surveys;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is to be sent.
     *
     * @param startsAt from when on; now when null, and never before the wave opens
     * @param spreadDays over how many days the mails go out evenly, 1 for all at once; at most 60
     * @param reminderDays days after the invitation on which those are reminded who have not answered; at most two
     */
    public record Order(
            Carrier carrier,
            Audience audience,
            @Nullable Instant startsAt,
            int spreadDays,
            List<Integer> reminderDays) {
        /** By e-mail. */
        public Order(Audience audience, @Nullable Instant startsAt, int spreadDays, List<Integer> reminderDays) {
            this(Carrier.MAIL, audience, startsAt, spreadDays, reminderDays);
        }
    }

    /** Somebody who was sent nothing. */
    public record Skipped(ContactId contact, Skip reason) {}

    /** Invites everybody meant who may be asked, puts their mails into the outbox, and notes why others get none. */
    @Transactional
    public UUID start(Member by, WaveId id, Order order) {
        return start(by, id, order, meant(by.workspace(), order.audience()));
    }

    /**
     * The same for those who are meant in fact.
     *
     * @param meant over {@code contact} and its {@code account}
     */
    @Transactional
    public UUID start(Member by, WaveId id, Order order, Where meant) {
        WorkspaceId workspace = by.workspace();
        Wave wave = surveys.wave(workspace, id);
        int quietDays = quietDays(workspace, order.carrier());
        Instant now = clock.instant();
        Instant starts = startOf(wave, order, now);
        checkReminders(order.reminderDays());
        var asked = starts.minus(Duration.ofDays(quietDays));
        var chosen = audiences.choose(
                workspace, id, order.carrier(), meant, quietDays == 0 ? Instant.parse("9999-01-01T00:00:00Z") : asked);
        if (chosen.isEmpty()) {
            throw Problem.conflict("problem.mailing.nobody");
        }
        UUID mailing = repository.insert(by, id, order, starts, now);
        var invited = chosen.stream()
                .filter(one -> one.skip() == null)
                .map(AudienceRepository.Chosen::contact)
                .toList();
        var spread = new MailingRepository.Spread(starts, order.spreadDays());
        repository.queue(workspace, mailing, invitations.inviteAll(workspace, id, invited), spread, now);
        repository.skip(
                workspace,
                mailing,
                chosen.stream().filter(one -> one.skip() != null).toList());
        audit.record(by, "mailing.started", mailing);
        events.publishEvent(new MailsQueued(workspace));
        return mailing;
    }

    /** One rule for every channel: it stands with the settings of mail, and where there are none, the standard holds. */
    private int quietDays(WorkspaceId workspace, Carrier carrier) {
        if (carrier == Carrier.MAIL) {
            return setup.of(workspace).pace().quietDays();
        }
        gateways.of(workspace);
        return setup.find(workspace)
                .map(MailSettings::pace)
                .orElse(Pace.STANDARD)
                .quietDays();
    }

    /** Nothing more goes out until it is resumed; what is on its way arrives. */
    @Transactional
    public void pause(Member by, WaveId wave, UUID mailing) {
        change(by, wave, mailing, clock.instant(), "mailing.paused");
    }

    @Transactional
    public void resume(Member by, WaveId wave, UUID mailing) {
        change(by, wave, mailing, null, "mailing.resumed");
        events.publishEvent(new MailsQueued(by.workspace()));
    }

    private void change(Member by, WaveId wave, UUID mailing, @Nullable Instant paused, String action) {
        surveys.wave(by.workspace(), wave);
        if (!repository.pause(by, wave, mailing, paused)) {
            throw Problem.notFound("problem.unknown.mailing");
        }
        audit.record(by, action, mailing);
    }

    /** Sends those again that may or may not have gone out: whoever got the first gets a second one. */
    @Transactional
    public void sendUnknown(Member by, WaveId wave, UUID mailing) {
        find(by.workspace(), wave, mailing);
        repository.sendUnknown(by.workspace(), mailing, clock.instant());
        audit.record(by, "mailing.unknown.sent", mailing);
        events.publishEvent(new MailsQueued(by.workspace()));
    }

    /** The orders of a wave, the latest first. */
    public List<Mailing> ofWave(WorkspaceId workspace, WaveId wave) {
        return repository.ofWave(workspace, surveys.wave(workspace, wave).id());
    }

    public Mailing find(WorkspaceId workspace, WaveId wave, UUID mailing) {
        return ofWave(workspace, wave).stream()
                .filter(one -> one.id().equals(mailing))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("problem.unknown.mailing"));
    }

    /** How many were skipped for which reason. */
    public Map<Skip, Long> skips(WorkspaceId workspace, UUID mailing) {
        return repository.skips(workspace, mailing);
    }

    public Slice<Skipped> skipped(WorkspaceId workspace, UUID mailing, @Nullable UUID after, int limit) {
        return Slice.of(
                repository.skipped(workspace, mailing, after, limit + 1),
                limit,
                one -> one.contact().value());
    }

    /** Who is meant, over {@code contact} and its {@code account}. */
    public Where meant(WorkspaceId workspace, Audience audience) {
        String value = audience.value() == null ? "" : audience.value();
        return switch (audience.kind()) {
            case EVERYONE -> Where.EVERYBODY;
            case NEW -> new Where("invitation.id is null", Map.of());
            case ACCOUNT -> new Where("lower(account.name) = lower(:account)", Map.of("account", value));
            case ATTRIBUTE ->
                new Where(
                        "contact.attributes ->> :attribute = :value",
                        Map.of("attribute", String.valueOf(audience.key()), "value", value));
            case SEGMENT ->
                segments.where(
                        workspace,
                        segments.find(workspace, UUID.fromString(value)).rule());
            case EVENT -> throw new IllegalArgumentException("says who is meant");
        };
    }

    /** The attributes that people can be chosen by. */
    public List<String> attributes(WorkspaceId workspace) {
        return audiences.attributes(workspace);
    }

    private static Instant startOf(Wave wave, Order order, Instant now) {
        if (order.spreadDays() < 1 || order.spreadDays() > LONGEST_SPREAD_DAYS) {
            throw Problem.invalid("spreadDays", "problem.mailing.spread");
        }
        Instant asked = order.startsAt();
        Instant starts = asked == null || asked.isBefore(now) ? now : asked;
        if (starts.isBefore(wave.opensAt())) {
            starts = wave.opensAt();
        }
        if (!now.isBefore(wave.closesAt())) {
            throw Problem.conflict("problem.wave.over");
        }
        if (!starts.plus(Duration.ofDays(order.spreadDays() - 1)).isBefore(wave.closesAt())) {
            throw Problem.invalid("startsAt", "problem.mailing.late");
        }
        return starts;
    }

    private static void checkReminders(List<Integer> days) {
        boolean ordered = days.size() < MOST_REMINDERS || days.get(0) < days.get(1);
        if (days.size() > MOST_REMINDERS
                || !ordered
                || days.stream().anyMatch(day -> day < 1 || day > LONGEST_WAIT_DAYS)) {
            throw Problem.invalid("reminderDays", "problem.mailing.reminders");
        }
    }
}
