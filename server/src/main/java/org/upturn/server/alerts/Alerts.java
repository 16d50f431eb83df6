package org.upturn.server.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.alerts.messages.Alert;
import org.upturn.server.alerts.messages.AlertKind;
import org.upturn.server.alerts.messages.AlertWords;
import org.upturn.server.cases.CaseId;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Unseen;

/** The door of the room: what stands under a member’s bell. */
@Service
public class Alerts implements Unseen {
    private final Notices notices;
    private final AlertRepository repository;
    private final AlertMaker maker;
    private final AlertLanguages languages;
    private final ApplicationEventPublisher events;

    Alerts(
            Notices notices,
            AlertRepository repository,
            AlertMaker maker,
            AlertLanguages languages,
            ApplicationEventPublisher events) {
        this.notices = notices;
        this.repository = repository;
        this.maker = maker;
        this.languages = languages;
        this.events = events;
    }

    /** What colleagues say on a record: alerts ask, the room that keeps comments answers. */
    public interface Comments {
        /** As it stands now; empty when it was deleted. */
        Optional<String> words(WorkspaceId workspace, UUID comment);
    }

    /** One alert under a bell. @param id names the line, not the alert */
    public record Line(UUID id, Alert alert, boolean seen) {}

    /** A member's alerts, the latest first; those of deleted people are left out. */
    public Slice<Line> list(Member member, @Nullable UUID after, int limit) {
        Slice<Notices.Row> rows = Slice.of(notices.list(member, after, limit + 1), limit, Notices.Row::id);
        Map<UUID, AlertRow> alerts =
                repository
                        .findAll(
                                member.workspace(),
                                rows.items().stream().map(Notices.Row::alert).toList())
                        .stream()
                        .collect(Collectors.toMap(AlertRow::id, row -> row));
        var lines = new ArrayList<Line>();
        for (Notices.Row row : rows.items()) {
            maker.of(member.workspace(), alerts.get(row.alert()))
                    .ifPresent(alert -> lines.add(new Line(row.id(), alert, row.seen())));
        }
        return new Slice<>(List.copyOf(lines), rows.next());
    }

    /** How many the member has not seen, at most 100. */
    @Override
    public int of(WorkspaceId workspace, MemberId member) {
        return notices.unseen(workspace, member);
    }

    /** The member has seen everything up to this line. */
    @Transactional
    public void markSeen(Member member, UUID upTo) {
        if (notices.markSeen(member, upTo) > 0) {
            events.publishEvent(new NoticesChanged(member.workspace(), member.id()));
        }
    }

    /** A case as an alert tells it, to decide about it: with the words and what was before. */
    public Alert ofCase(WorkspaceId workspace, CaseId id) {
        var item = maker.caseOf(workspace, id);
        var row = new AlertRow(
                Ids.next(),
                id,
                null,
                item.program(),
                item.owner() == null ? AlertKind.UNOWNED : AlertKind.ASSIGNED,
                item.owner(),
                null,
                null,
                item.openedAt());
        return maker.of(workspace, row).orElseThrow(() -> Problem.notFound("problem.unknown.case"));
    }

    /** What alerts say to this member. */
    public AlertWords words(Member member) {
        return languages.of(member.workspace(), member.id());
    }
}
