package org.upturn.server.cases.routing;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.upturn.server.cases.Assignments;
import org.upturn.server.cases.CaseFacts;
import org.upturn.server.cases.CaseOpened;
import org.upturn.server.cases.CaseRead;
import org.upturn.server.contacts.segments.Segments;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Workspaces;

/**
 * Routes each detractor on arrival, in the transaction that opens the case, so that it is never nobody's while a program has
 * an owner; and once more when the words are read, for the failure they name decides (S4-07). After that, or when a person
 * has taken it in hand, it stays where it is.
 */
@Component
class Router {
    private final RoutingRepository rules;
    private final DutyRepository duty;
    private final Assignments assignments;
    private final Segments segments;
    private final Workspaces workspaces;
    private final Clock clock;

    Router(
            RoutingRepository rules,
            DutyRepository duty,
            Assignments assignments,
            Segments segments,
            Workspaces workspaces,
            Clock clock) {
        this.rules = rules;
        this.duty = duty;
        this.assignments = assignments;
        this.segments = segments;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    @EventListener
    void on(CaseOpened opened) {
        route(opened.workspace(), opened.facts(), opened.complete());
    }

    @EventListener
    void on(CaseRead read) {
        if (assignments.awaitsRouting(read.workspace(), read.facts().id())) {
            route(read.workspace(), read.facts(), true);
        }
    }

    private void route(WorkspaceId workspace, CaseFacts facts, boolean forGood) {
        decide(workspace, facts)
                .ifPresent(one ->
                        assignments.routed(workspace, facts.id(), one.owner(), one.rule(), one.covers(), forGood));
    }

    private Optional<RuleSet.Decision> decide(WorkspaceId workspace, CaseFacts facts) {
        Duty now =
                duty.at(workspace, clock.instant(), workspaces.find(workspace).timeZone());
        return rules.live(workspace, facts.program())
                .orElse(RuleSet.NONE)
                .decide(
                        facts,
                        assignments
                                .ownerFor(workspace, facts.program(), facts.subtype())
                                .orElse(null),
                        now::choose,
                        segment -> segments.contains(workspace, segment, facts.contact()));
    }
}
