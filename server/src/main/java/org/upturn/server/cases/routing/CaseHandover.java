package org.upturn.server.cases.routing;

import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.upturn.server.cases.Assignments;
import org.upturn.server.cases.CaseId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.InHands;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** Open cases, the programs somebody answers for, the rules that lead to them, and whom they stand in for. */
@Component
class CaseHandover implements InHands {
    private final Assignments assignments;
    private final HandoverRepository repository;
    private final RoutingRepository routing;
    private final Rosters rosters;
    private final DutyRepository duty;
    private final Clock clock;

    CaseHandover(
            Assignments assignments,
            HandoverRepository repository,
            RoutingRepository routing,
            Rosters rosters,
            DutyRepository duty,
            Clock clock) {
        this.assignments = assignments;
        this.repository = repository;
        this.routing = routing;
        this.rosters = rosters;
        this.duty = duty;
        this.clock = clock;
    }

    @Override
    public List<Held> heldBy(Member member) {
        long covers = rosters.absences(member.workspace()).stream()
                .filter(one -> member.id().equals(one.cover()))
                .count();
        return List.of(
                new Held("cases", assignments.open(member)),
                new Held("programs", repository.named(member)),
                new Held("rules", repository.leadingTo(member).size()),
                new Held("covers", covers));
    }

    /** First the rules, so that nothing new is routed to who goes. */
    @Override
    public void handOver(Member by, Member from, Member to) {
        for (ProgramId program : repository.leadingTo(from)) {
            lead(by, program, from.id(), to.id());
        }
        duty.coverInstead(by.workspace(), from.id(), to.id(), rosters.today(by.workspace()));
        repository.name(by.workspace(), from.id(), to.id());
        List<CaseId> some = repository.openOf(by.workspace(), from.id(), Assignments.MOST);
        while (!some.isEmpty()) {
            assignments.assign(by, some, to.id());
            some = repository.openOf(by.workspace(), from.id(), Assignments.MOST);
        }
    }

    /** What is live goes live anew, as a version of its own; a draft stays a draft, and what it was before changes too. */
    private void lead(Member by, ProgramId program, MemberId from, MemberId to) {
        UnaryOperator<RuleSet> changed = rules -> rules.leadingTo(from, to);
        RuleSet live = routing.live(by.workspace(), program).orElse(RuleSet.NONE);
        if (!changed.apply(live).equals(live)) {
            routing.goLiveBeside(by, program, changed.apply(live), clock.instant());
        }
        routing.draft(by.workspace(), program)
                .ifPresent(draft -> routing.keep(
                        by,
                        program,
                        changed.apply(draft),
                        changed.apply(routing.before(by.workspace(), program).orElse(live)),
                        clock.instant()));
    }
}
