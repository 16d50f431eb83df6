package org.upturn.server.invitations.cadence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.Where;
import org.upturn.server.invitations.outbox.Audience;
import org.upturn.server.invitations.outbox.Mailings;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Texts;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.Occasion;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspaces;

/**
 * Asks when a schedule's time has come: opens its wave, starts its mailing and sets its next time in one transaction, so
 * that it asks once whatever ends in the middle and however many servers there are.
 */
@Component
public class CadenceRuns {
    private static final Duration REST = Duration.ofMinutes(15);

    private final CadenceRepository repository;
    private final EventRepository events;
    private final Surveys surveys;
    private final Contacts contacts;
    private final Mailings mailings;
    private final Workspaces workspaces;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CadenceRuns(
            CadenceRepository repository,
            EventRepository events,
            Surveys surveys,
            Contacts contacts,
            Mailings mailings,
            Workspaces workspaces,
            MessageSource messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.repository = repository;
        this.events = events;
        this.surveys = surveys;
        this.contacts = contacts;
        this.mailings = mailings;
        this.workspaces = workspaces;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    List<WorkspaceId> workspaces() {
        return repository.workspaces(clock.instant());
    }

    /** Runs one schedule whose time has come; false when there is none. */
    public boolean runOne(WorkspaceId workspace) {
        var begun = new CadenceRepository.@Nullable Due[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                begun[0] = repository.takeDue(workspace, clock.instant()).orElse(null);
                if (begun[0] != null) {
                    ask(workspace, begun[0]);
                }
                return begun[0] != null;
            }));
        } catch (Problem problem) {
            CadenceRepository.Due due = begun[0];
            if (due == null) {
                throw problem;
            }
            var texts = new Texts(messages, Locale.ENGLISH, zone(workspace), clock);
            repository.failed(
                    workspace,
                    due.cadence().id(),
                    texts.text(problem.message()),
                    clock.instant().plus(REST));
            return true;
        }
    }

    private void ask(WorkspaceId workspace, CadenceRepository.Due due) {
        Cadence cadence = due.cadence();
        Instant now = clock.instant();
        ZoneId zone = zone(workspace);
        Where meant = switch (cadence.rhythm()) {
            case Rhythm.Every every -> mailings.meant(workspace, cadence.audience());
            case Rhythm.Milestone milestone -> meant(milestone, missed(cadence, now, zone), zone);
            case Rhythm.Event event ->
                new Where("contact.id = any(:people)", Map.of("people", people(workspace, cadence, now)));
        };
        if (contacts.count(workspace, meant) > 0) {
            Audience audience = cadence.rhythm() instanceof Rhythm.Every
                    ? cadence.audience()
                    : new Audience(Audience.Kind.EVENT, null, cadence.name());
            Cadence.Round round = cadence.round();
            mailings.start(
                    member(workspace, due),
                    wave(workspace, cadence, now, zone),
                    new Mailings.Order(round.channel(), audience, null, round.spreadDays(), round.reminderDays()),
                    meant);
        }
        repository.ran(workspace, cadence.id(), Calendar.next(cadence.rhythm(), now, zone));
    }

    private UUID[] people(WorkspaceId workspace, Cadence cadence, Instant now) {
        return events.take(workspace, cadence.id(), now).toArray(UUID[]::new);
    }

    private static List<LocalDate> missed(Cadence cadence, Instant now, ZoneId zone) {
        return Calendar.missed(cadence.nextAt() == null ? now : cadence.nextAt(), now, zone);
    }

    /** Whose day has come. */
    private static Where meant(Rhythm.Milestone milestone, List<LocalDate> days, ZoneId zone) {
        String attribute = milestone.attribute();
        String day = attribute == null
                ? "cast(contact.known_since at time zone :zone as date)"
                : "cast(substring(contact.attributes ->> :attribute from '^\\d{4}-\\d{2}-\\d{2}$') as date)";
        Object name = attribute == null ? zone.getId() : attribute;
        String parameter = attribute == null ? "zone" : "attribute";
        if (milestone.yearly()) {
            return new Where(
                    "to_char(" + day + ", 'MM-DD') = any(:days) and " + day + " < cast(:year as date)",
                    Map.of(
                            parameter,
                            name,
                            "days",
                            Calendar.monthDays(days).toArray(String[]::new),
                            "year",
                            days.getLast().minusDays(300)));
        }
        return new Where(
                day + " = any(cast(:days as date[]))",
                Map.of(
                        parameter,
                        name,
                        "days",
                        days.stream()
                                .map(one -> one.minusDays(milestone.daysAfter()).toString())
                                .toArray(String[]::new)));
    }

    /** A wave of its own for each time of asking everybody; one a month for those who are asked one by one. */
    private WaveId wave(WorkspaceId workspace, Cadence cadence, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        boolean all = cadence.rhythm() instanceof Rhythm.Every;
        String name = cadence.name() + " " + (all ? today : YearMonth.from(today));
        Instant closes = all
                ? now.plus(Duration.ofDays(cadence.round().openDays()))
                : Calendar.monthEnd(YearMonth.from(today), cadence.round().openDays(), zone);
        return surveys.waves(workspace, cadence.program()).stream()
                .filter(wave -> wave.name().equals(name))
                .findFirst()
                .map(Wave::id)
                .orElseGet(() -> (all
                                ? surveys.open(workspace, cadence.program(), new Surveys.NewWave(name, now, closes))
                                : surveys.openRolling(
                                        workspace,
                                        cadence.program(),
                                        new Surveys.NewWave(
                                                name, now, closes, new Occasion(null, "", "", cadence.name()))))
                        .id());
    }

    private Member member(WorkspaceId workspace, CadenceRepository.Due due) {
        return workspaces.members(workspace).stream()
                .filter(one -> one.id().equals(due.by()))
                .findFirst()
                .orElseThrow(() -> Problem.conflict("problem.cadence.orphan"));
    }

    private ZoneId zone(WorkspaceId workspace) {
        return workspaces.find(workspace).timeZone();
    }
}
