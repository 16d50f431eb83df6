package org.upturn.server.cases.routing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.Workspaces;

/** Who works when, and who is on leave. Everybody tells it of themselves, a manager of anybody. */
@Service
public class Rosters {
    private static final int LONGEST_DAYS = 366;

    private final DutyRepository repository;
    private final Workspaces workspaces;
    private final AuditLog audit;
    private final Clock clock;

    Rosters(DutyRepository repository, Workspaces workspaces, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.workspaces = workspaces;
        this.audit = audit;
        this.clock = clock;
    }

    /** Leave that is not over yet, the next first. */
    public List<Absence> absences(WorkspaceId workspace) {
        return repository.absences(workspace, today(workspace));
    }

    /** The hours of those who told them. */
    public Map<MemberId, WorkingHours> hours(WorkspaceId workspace) {
        return repository.hours(workspace);
    }

    /** How many open cases each has; none for those who have none. */
    public Map<MemberId, Long> load(WorkspaceId workspace) {
        return repository.load(workspace);
    }

    /** The hours by which a person's cases are looked at: their own, else Monday to Friday, nine to five. */
    public WorkingHours hours(WorkspaceId workspace, @Nullable MemberId member) {
        WorkingHours theirs = member == null ? null : hours(workspace).get(member);
        return theirs == null ? WorkingHours.usual(zone(workspace)) : theirs;
    }

    @Transactional
    public UUID leave(Member by, MemberId member, LocalDate first, LocalDate last, @Nullable MemberId cover) {
        check(by, member);
        if (last.isBefore(first) || last.isAfter(first.plusDays(LONGEST_DAYS))) {
            throw Problem.invalid("last", "problem.leave.days");
        }
        if (last.isBefore(today(by.workspace()).minusDays(1))) {
            throw Problem.invalid("last", "problem.leave.over");
        }
        if (cover != null) {
            if (cover.equals(member)) {
                throw Problem.invalid("cover", "problem.leave.cover");
            }
            check(by.workspace(), cover);
        }
        boolean overlaps = absences(by.workspace()).stream()
                .anyMatch(one -> one.member().equals(member)
                        && !one.last().isBefore(first)
                        && !one.first().isAfter(last));
        if (overlaps) {
            throw Problem.invalid("first", "problem.leave.overlap");
        }
        var absence = new Absence(Ids.next(), member, first, last, cover);
        repository.add(by.workspace(), absence);
        audit.record(by, "leave.added", member.value());
        return absence.id();
    }

    @Transactional
    public void takeBack(Member by, UUID id) {
        Absence known = absences(by.workspace()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("problem.leave.unknown"));
        check(by, known.member());
        repository.remove(by.workspace(), id);
        audit.record(by, "leave.removed", known.member().value());
    }

    @Transactional
    public void keep(Member by, MemberId member, WorkingHours hours) {
        check(by, member);
        if (hours.days().isEmpty()) {
            throw Problem.invalid("days", "problem.hours.days");
        }
        if (!hours.starts().isBefore(hours.ends())) {
            throw Problem.invalid("ends", "problem.hours.order");
        }
        repository.keep(by.workspace(), member, hours);
        audit.record(by, "working-hours.changed", member.value());
    }

    private void check(Member by, MemberId member) {
        check(by.workspace(), member);
        if (!member.equals(by.id()) && by.role().compareTo(Role.MANAGER) < 0) {
            throw Problem.of(Problem.Code.NOT_ALLOWED, "problem.leave.others");
        }
    }

    private void check(WorkspaceId workspace, MemberId member) {
        workspaces
                .findMember(workspace, member)
                .filter(one -> !one.left())
                .orElseThrow(() -> Problem.invalid("member", "problem.case.owner"));
    }

    LocalDate today(WorkspaceId workspace) {
        return LocalDate.ofInstant(clock.instant(), zone(workspace));
    }

    private ZoneId zone(WorkspaceId workspace) {
        return workspaces.find(workspace).timeZone();
    }
}
