package org.upturn.server.cases.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.server.cases.Assignments;
import org.upturn.server.cases.Subtype;
import org.upturn.server.cases.routing.Rehearsal;
import org.upturn.server.cases.routing.RoutingRule;
import org.upturn.server.cases.routing.RoutingRules;
import org.upturn.server.cases.routing.RuleSet;
import org.upturn.server.contacts.Account;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.contacts.segments.Segments;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Workspaces;

/** Puts together who answers for a program's detractors. */
@Component
class RoutingViews {
    /** As many names are offered while somebody types; any other is found when it is written out. */
    private static final int OFFERED = 500;

    private static final int USUAL_DAYS = 365;

    private final Assignments assignments;
    private final RoutingRules rules;
    private final Rehearsal rehearsal;
    private final Surveys surveys;
    private final Codebooks codebooks;
    private final Segments segments;
    private final Accounts accounts;
    private final Workspaces workspaces;

    RoutingViews(
            Assignments assignments,
            RoutingRules rules,
            Rehearsal rehearsal,
            Surveys surveys,
            Codebooks codebooks,
            Segments segments,
            Accounts accounts,
            Workspaces workspaces) {
        this.assignments = assignments;
        this.rules = rules;
        this.rehearsal = rehearsal;
        this.surveys = surveys;
        this.codebooks = codebooks;
        this.segments = segments;
        this.accounts = accounts;
        this.workspaces = workspaces;
    }

    /** @param simulate how many days back to try the rules on; null for not at all */
    RoutingView of(WorkspaceId workspace, UUID id, @Nullable Integer simulate) {
        Program program = surveys.program(workspace, new ProgramId(id));
        var draft = rules.draft(workspace, program.id());
        return of(
                workspace,
                program,
                draft.orElseGet(() -> rules.live(workspace, program.id())),
                draft.isPresent(),
                simulate);
    }

    /** @throws org.upturn.server.kernel.Problem when no version of that number is or was live */
    RoutingView.Version version(WorkspaceId workspace, UUID id, int number) {
        Program program = surveys.program(workspace, new ProgramId(id));
        RuleSet old = rules.version(workspace, program.id(), number);
        RuleSet live = rules.live(workspace, program.id());
        Map<String, RoutingRule> now =
                live.rules().stream().collect(Collectors.toMap(RoutingRule::name, Function.identity()));
        RoutingView view = of(workspace, program, old, false, null);
        return new RoutingView.Version(
                view,
                view.versions().stream()
                        .filter(one -> one.version() == number)
                        .findFirst()
                        .orElseThrow(),
                view.versions().getFirst().version() == number,
                old.rules().stream()
                        .map(rule -> new RoutingView.Line(
                                rule,
                                !now.containsKey(rule.name())
                                        ? "gone"
                                        : now.get(rule.name()).equals(rule) ? "same" : "changed",
                                rules.fault(workspace, program.id(), rule)
                                        .map(Problem::message)
                                        .orElse(null)))
                        .toList(),
                now.keySet().stream()
                        .filter(name -> old.rules().stream()
                                .noneMatch(rule -> rule.name().equals(name)))
                        .sorted()
                        .toList());
    }

    private RoutingView of(
            WorkspaceId workspace, Program program, RuleSet shown, boolean draft, @Nullable Integer simulate) {
        MemberId owner =
                assignments.ownerFor(workspace, program.id(), Subtype.NEW).orElse(null);
        MemberId senior = assignments
                .ownerFor(workspace, program.id(), Subtype.CONVERTED)
                .filter(one -> !one.equals(owner))
                .orElse(null);
        int days = simulate == null ? USUAL_DAYS : Math.clamp(simulate, 1, RoutingPages.LONGEST_DAYS);
        return new RoutingView(
                program,
                workspaces.members(workspace).stream().filter(Member::answers).toList(),
                workspaces.names(workspace),
                owner == null ? null : owner.value(),
                senior == null ? null : senior.value(),
                shown,
                draft,
                themes(workspace, program.id()),
                segments.list(workspace),
                accounts.names(workspace, ruled(shown)),
                offered(workspace),
                rules.versions(workspace, program.id()),
                simulate == null ? null : rehearsal.play(workspace, program.id(), shown, days),
                days);
    }

    private Map<String, String> themes(WorkspaceId workspace, ProgramId program) {
        return codebooks.active(workspace, program).codebook().themes().stream()
                .collect(Collectors.toMap(theme -> theme.id(), theme -> theme.name()));
    }

    private static Set<UUID> ruled(RuleSet rules) {
        return rules.rules().stream()
                .flatMap(rule -> rule.when().accounts().stream())
                .collect(Collectors.toSet());
    }

    private List<String> offered(WorkspaceId workspace) {
        return accounts.list(workspace, null, null, OFFERED).items().stream()
                .map(Account::name)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }
}
