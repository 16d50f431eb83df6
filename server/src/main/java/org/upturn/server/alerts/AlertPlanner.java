package org.upturn.server.alerts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.alerts.messages.Alert;
import org.upturn.server.alerts.messages.AlertKind;
import org.upturn.server.alerts.preferences.Preferences;
import org.upturn.server.cases.Case;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.MemberId;

/** Decides who hears of an alert, by what and when, and puts it all into the queue in one transaction. */
@Component
class AlertPlanner {
    /** What the words mean decides whether it is urgent, so they are waited for, but not for ever. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    /** What is longer ago is history, such as the story of a demo. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final AlertRepository repository;
    private final AlertMaker maker;
    private final Audience audience;
    private final Notices notices;
    private final AlertQueue queue;
    private final Claims claims;
    private final Preferences preferences;
    private final AlertChannels channels;
    private final MailSetup mail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AlertPlanner(
            AlertRepository repository,
            AlertMaker maker,
            Audience audience,
            Notices notices,
            AlertQueue queue,
            Claims claims,
            Preferences preferences,
            AlertChannels channels,
            MailSetup mail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.maker = maker;
        this.audience = audience;
        this.notices = notices;
        this.queue = queue;
        this.claims = claims;
        this.preferences = preferences;
        this.channels = channels;
        this.mail = mail;
        this.events = events;
        this.clock = clock;
    }

    /** Plans one alert of this workspace; false when none waits. */
    @Transactional
    public boolean planOne(WorkspaceId workspace) {
        Optional<AlertRow> found = repository.lockUnplanned(workspace);
        found.ifPresent(alert -> plan(workspace, alert));
        return found.isPresent();
    }

    /** The one that is next could not be planned: it is looked at again in a minute, and the others go on. */
    void skip(WorkspaceId workspace) {
        repository.postponeNext(workspace, clock.instant().plus(AFTER_FAILURE));
    }

    private void plan(WorkspaceId workspace, AlertRow row) {
        Instant now = clock.instant();
        if (row.happenedAt().plus(LONGEST_WAIT).isAfter(now) && maker.isUnread(workspace, row)) {
            repository.planLater(workspace, row.id(), now.plus(LOOK_AGAIN));
            return;
        }
        if (!row.happenedAt().plus(NEWS).isBefore(now)) {
            maker.of(workspace, row)
                    .filter(alert -> stillSo(row, alert))
                    .ifPresent(alert -> plan(workspace, row, alert));
        }
        repository.markPlanned(workspace, row.id());
    }

    private static boolean stillSo(AlertRow row, Alert alert) {
        return alert.holds()
                && (row.kind() != AlertKind.UNOWNED || alert.standing().owner() == null);
    }

    private void plan(WorkspaceId workspace, AlertRow row, Alert alert) {
        @Nullable Case item = row.caseId() == null ? null : maker.caseOf(workspace, row.caseId());
        if (item != null) {
            repository.lockCase(workspace, item.id());
        }
        Set<MemberId> members = audience.of(workspace, row, item);
        boolean mails = mail.find(workspace).isPresent();
        for (MemberId member : members) {
            notices.insert(workspace, row.id(), member);
            events.publishEvent(new NoticesChanged(workspace, member));
            if (mails) {
                if (alert.isClaimable() && item != null && !member.equals(item.owner())) {
                    claims.make(workspace, row.id(), member);
                }
                queue.mail(workspace, row.id(), member, when(workspace, member, alert));
            }
        }
        if (!row.kind().isPersonal()
                && item != null
                && (row.kind().isEscalation() || repository.isFirst(workspace, item.id()))) {
            channels.of(workspace, row.program())
                    .forEach(channel -> queue.post(workspace, row.id(), channel.id(), clock.instant()));
        }
    }

    private Instant when(WorkspaceId workspace, MemberId member, Alert alert) {
        boolean urgent = alert.standing().urgent();
        return preferences
                .of(workspace, member)
                .next(clock.instant(), urgent || alert.kind().isPressing(), urgent);
    }
}
