package org.upturn.server.cases.routing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/**
 * The rules of a program: changed in a draft, tried on past detractors, then made live at once. What is live stays as it
 * was until then.
 */
@Service
public class RoutingRules {
    /** More would be read by nobody; our own choice. */
    private static final int MOST = 50;

    private final RoutingRepository repository;
    private final Surveys surveys;
    private final RuleCheck check;
    private final AuditLog audit;
    private final Clock clock;

    RoutingRules(RoutingRepository repository, Surveys surveys, RuleCheck check, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.surveys = surveys;
        this.check = check;
        this.audit = audit;
        this.clock = clock;
    }

    public RuleSet live(WorkspaceId workspace, ProgramId program) {
        return repository.live(workspace, program).orElse(RuleSet.NONE);
    }

    public Optional<RuleSet> draft(WorkspaceId workspace, ProgramId program) {
        return repository.draft(workspace, program);
    }

    /** When rules went live, the latest first. */
    public List<RuleVersion> versions(WorkspaceId workspace, ProgramId program) {
        return repository.versions(workspace, program);
    }

    /**
     * Keeps these rules as the draft, instead of the one before.
     *
     * @throws Problem when a rule has no name, or leads to nobody, or names what is not there
     */
    @Transactional
    public void keep(Member by, ProgramId program, RuleSet rules) {
        ProgramId known = surveys.program(by.workspace(), program).id();
        if (rules.rules().size() > MOST) {
            throw Problem.invalid("rules", "problem.routing.many", MOST);
        }
        var names = new HashSet<String>();
        for (RoutingRule rule : rules.rules()) {
            check.of(by.workspace(), known, rule);
            if (!names.add(rule.name())) {
                throw Problem.invalid("name", "problem.routing.twice", rule.name());
            }
        }
        RuleSet before = draft(by.workspace(), known).orElseGet(() -> live(by.workspace(), known));
        repository.keep(by, known, rules, before, clock.instant());
    }

    /**
     * Puts a rule into the draft; a draft begins with what is live.
     *
     * @param place of the rule that it replaces, from 0 on; beyond the last for a new one
     * @param to its place from now on; beyond the last for the end
     */
    @Transactional
    public void put(Member by, ProgramId program, int place, int to, RoutingRule rule) {
        change(by, program, rules -> {
            if (place < rules.size()) {
                rules.remove(place);
            }
            rules.add(Math.clamp(to, 0, rules.size()), rule);
            return rules;
        });
    }

    @Transactional
    public void remove(Member by, ProgramId program, int place) {
        change(by, program, rules -> {
            rules.remove(checked(rules, place));
            return rules;
        });
    }

    /**
     * Puts rules at the end of the draft; one whose name is taken is there already.
     *
     * @return the names of those that were added
     */
    @Transactional
    public List<String> add(Member by, ProgramId program, List<RoutingRule> more) {
        var added = new ArrayList<String>();
        change(by, program, rules -> {
            Set<String> names = rules.stream().map(RoutingRule::name).collect(Collectors.toSet());
            for (RoutingRule rule : more) {
                if (names.add(rule.name())) {
                    rules.add(rule);
                    added.add(rule.name());
                }
            }
            return rules;
        });
        return added;
    }

    /** Takes the last change of the draft back, or that back again; a draft that is what is live then goes. */
    @Transactional
    public void undo(Member by, ProgramId program) {
        surveys.program(by.workspace(), program);
        RuleSet before = repository
                .before(by.workspace(), program)
                .orElseThrow(() -> Problem.conflict("problem.routing.noDraft"));
        if (before.equals(live(by.workspace(), program))) {
            repository.discard(by.workspace(), program);
        } else {
            keep(by, program, before);
        }
    }

    /** The rules of a version that is or was live. @throws Problem when there is none of that number */
    public RuleSet version(WorkspaceId workspace, ProgramId program, int version) {
        return repository
                .version(workspace, program, version)
                .orElseThrow(() -> Problem.notFound("problem.routing.version"));
    }

    /** Why a rule cannot be kept now: who or what it names is gone; empty when it can. */
    public Optional<Problem> fault(WorkspaceId workspace, ProgramId program, RoutingRule rule) {
        try {
            check.of(workspace, program, rule);
            return Optional.empty();
        } catch (Problem gone) {
            return Optional.of(gone);
        }
    }

    /** Makes the rules of an earlier version the draft, without those that cannot be kept now. */
    @Transactional
    public void restore(Member by, ProgramId program, int version) {
        surveys.program(by.workspace(), program);
        List<RoutingRule> kept = version(by.workspace(), program, version).rules().stream()
                .filter(rule -> fault(by.workspace(), program, rule).isEmpty())
                .toList();
        keep(by, program, new RuleSet(kept));
    }

    /** Swaps a rule with the one before it. */
    @Transactional
    public void up(Member by, ProgramId program, int place) {
        change(by, program, rules -> {
            if (checked(rules, place) > 0) {
                Collections.swap(rules, place, place - 1);
            }
            return rules;
        });
    }

    private void change(Member by, ProgramId program, UnaryOperator<List<RoutingRule>> change) {
        RuleSet before = draft(by.workspace(), program).orElseGet(() -> live(by.workspace(), program));
        keep(by, program, new RuleSet(change.apply(new ArrayList<>(before.rules()))));
    }

    private static int checked(List<RoutingRule> rules, int place) {
        if (place < 0 || place >= rules.size()) {
            throw Problem.notFound("problem.routing.gone");
        }
        return place;
    }

    /** From now on the draft decides. */
    @Transactional
    public void goLive(Member by, ProgramId program) {
        surveys.program(by.workspace(), program);
        if (!repository.goLive(by, program, clock.instant())) {
            throw Problem.conflict("problem.routing.noDraft");
        }
        audit.record(by, "case-routing.changed", program.value());
    }

    @Transactional
    public void discard(Member by, ProgramId program) {
        surveys.program(by.workspace(), program);
        repository.discard(by.workspace(), program);
    }
}
