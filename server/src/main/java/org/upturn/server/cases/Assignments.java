package org.upturn.server.cases;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramCreated;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Workspaces;

/** Whose a case is: a named person, chosen by rules or by somebody of the team. */
@Service
public class Assignments {
    /** As many as can be marked at once on the page. */
    public static final int MOST = 500;

    private final AssignmentRepository repository;
    private final Workspaces workspaces;
    private final Surveys surveys;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Assignments(
            AssignmentRepository repository,
            Workspaces workspaces,
            Surveys surveys,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.workspaces = workspaces;
        this.surveys = surveys;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Names who answers for the detractors of a program: the loop owner (S1-14), and for converted ones a senior (S4-16). What
     * was nobody's until then is theirs.
     */
    @Transactional
    public void name(Member by, ProgramId program, MemberId owner, @Nullable MemberId senior) {
        surveys.program(by.workspace(), program);
        check(by.workspace(), owner);
        if (senior != null) {
            check(by.workspace(), senior);
        }
        repository.route(by.workspace(), program, owner, senior);
        audit.record(by, "case-routing.changed", program.value());
        for (Subtype subtype : Subtype.values()) {
            List<CaseId> nobodys = repository.nobodys(by.workspace(), program, subtype, MOST);
            if (!nobodys.isEmpty()) {
                assign(by, nobodys, ownerFor(by.workspace(), program, subtype).orElse(owner));
            }
        }
    }

    /** Whoever makes a program answers for its detractors until somebody else is named: no case is ever nobody's (S1-14). */
    @EventListener
    void on(ProgramCreated made) {
        if (made.by() != null) {
            repository.route(made.workspace(), made.program(), made.by(), null);
        }
    }

    /** Who answers for a program's detractors of this subtype, when somebody is named. */
    public Optional<MemberId> ownerFor(WorkspaceId workspace, ProgramId program, Subtype subtype) {
        return repository.ownerFor(workspace, program, subtype);
    }

    /**
     * Gives cases to somebody, all at once; those that are closed by now stay as they are.
     *
     * @return whose each of them was before, null for nobody's; for {@link #giveBack}
     */
    @Transactional
    public Map<CaseId, @Nullable MemberId> assign(Member by, List<CaseId> ids, MemberId owner) {
        check(by.workspace(), owner);
        if (ids.isEmpty()) {
            throw Problem.invalid("cases", "problem.case.none");
        }
        if (ids.size() > MOST) {
            throw Problem.invalid("cases", "problem.case.many", MOST);
        }
        var before = new LinkedHashMap<CaseId, @Nullable MemberId>();
        repository.holdOpen(by.workspace(), ids).forEach(one -> before.put(one.id(), one.owner()));
        if (before.isEmpty()) {
            throw Problem.conflict("problem.case.closed");
        }
        List<CaseId> open = List.copyOf(before.keySet());
        repository.assignAll(by.workspace(), open, owner, by.id(), clock.instant());
        for (CaseId id : open) {
            audit.record(by, "case.assigned", id.value());
            if (!owner.equals(before.get(id))) {
                events.publishEvent(new CaseNews(by.workspace(), id, CaseNews.Kind.ASSIGNED, owner, by.id()));
            }
        }
        return before;
    }

    /** How many open cases are this member's, in all programs. */
    public long open(Member member) {
        return repository.open(member);
    }

    /** What was given to somebody together. @param before whose each was, null for nobody's; for {@link #giveBack} */
    public record Given(String to, Map<CaseId, @Nullable MemberId> before) {}

    /** What this member last gave to somebody together with this case; empty when they never did. */
    public Optional<Given> lastGiven(Member by, CaseId id) {
        var before = new LinkedHashMap<CaseId, @Nullable MemberId>();
        var given = repository.lastGiven(by, id);
        given.forEach(one -> before.put(one.id(), one.before()));
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(new Given(given.getFirst().to(), before));
    }

    /** Gives cases back to whose they were; what was nobody's stays with whom it is, for it must be somebody's. */
    @Transactional
    public void giveBack(Member by, Map<CaseId, MemberId> before) {
        before.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .forEach((owner, ids) -> assign(by, ids, owner));
    }

    /**
     * Gives a case to whom the rules chose.
     *
     * @param rule that chose; null for the program's own owner
     * @param covers who is on leave
     * @param forGood whether its words are read as far as they will be: the owner hears of it now
     */
    @Transactional
    public void routed(
            WorkspaceId workspace,
            CaseId id,
            MemberId owner,
            @Nullable String rule,
            @Nullable MemberId covers,
            boolean forGood) {
        repository.route(workspace, id, new AssignmentRepository.Routed(owner, rule, covers, forGood), clock.instant());
        if (forGood) {
            events.publishEvent(new CaseNews(workspace, id, CaseNews.Kind.ASSIGNED, owner, null));
        }
    }

    /** Whether its owner may still be chosen by what the words say: nobody has taken it in hand, and nobody was told. */
    public boolean awaitsRouting(WorkspaceId workspace, CaseId id) {
        return repository.awaitsRouting(workspace, id);
    }

    /** How a case came to its owner, the last first. */
    public List<Assignment> of(WorkspaceId workspace, CaseId id) {
        return repository.of(workspace, id);
    }

    private void check(WorkspaceId workspace, MemberId member) {
        Member known = workspaces
                .findMember(workspace, member)
                .orElseThrow(() -> Problem.invalid("owner", "problem.case.owner"));
        if (known.left()) {
            throw Problem.invalid("owner", "problem.case.left", known.name());
        }
        if (!known.answers()) {
            throw Problem.invalid("owner", "problem.case.viewer", known.name());
        }
    }
}
