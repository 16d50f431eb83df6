package org.upturn.server.cases.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.cases.routing.Rehearsal;
import org.upturn.server.cases.routing.RoutingRule;
import org.upturn.server.cases.routing.RoutingRules;
import org.upturn.server.cases.routing.RuleSet;
import org.upturn.server.cases.routing.RuleVersion;
import org.upturn.server.cases.routing.Target;
import org.upturn.server.cases.routing.When;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** Routing rules, for programs. */
@RestController
@RequestMapping("/api/v1")
class RoutingRulesApi {
    private final RoutingRules rules;
    private final Rehearsal rehearsal;
    private final Surveys surveys;

    RoutingRulesApi(RoutingRules rules, Rehearsal rehearsal, Surveys surveys) {
        this.rules = rules;
        this.rehearsal = rehearsal;
        this.surveys = surveys;
    }

    /** A rule; what is left out of its conditions is not asked for. */
    record Rule(
            @Nullable String name,
            @Nullable Set<String> subtypes,
            @Nullable Set<String> themes,
            @Nullable Set<String> gaps,
            @Nullable Set<String> words,
            @Nullable Set<UUID> segments,
            @Nullable Set<UUID> accounts,
            @Nullable Set<String> languages,
            @Nullable String to,
            @Nullable List<UUID> members) {
        static Rule of(RoutingRule one) {
            When when = one.when();
            return new Rule(
                    one.name(),
                    when.subtypes(),
                    when.themes(),
                    when.gaps(),
                    when.words(),
                    when.segments(),
                    when.accounts(),
                    when.languages(),
                    one.to().kind().word(),
                    one.to().members().stream().map(MemberId::value).toList());
        }

        RoutingRule rule() {
            return new RoutingRule(
                    name == null ? "" : name.strip(),
                    new When(
                            told(subtypes),
                            told(themes),
                            told(gaps),
                            told(words),
                            told(segments),
                            told(accounts),
                            told(languages)),
                    new Target(
                            Target.Kind.of(to == null ? "members" : to),
                            members == null
                                    ? List.of()
                                    : members.stream()
                                            .filter(Objects::nonNull)
                                            .map(MemberId::new)
                                            .toList()));
        }

        private static <T> Set<T> told(@Nullable Set<T> values) {
            return values == null
                    ? Set.of()
                    : values.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        }
    }

    /** @param draft null when there is none */
    record Rules(List<Rule> live, @Nullable List<Rule> draft) {}

    record Draft(@Nullable List<Rule> rules) {}

    @GetMapping("/programs/{program}/routing/rules")
    Rules list(Member member, @PathVariable UUID program) {
        ProgramId id =
                surveys.program(member.workspace(), new ProgramId(program)).id();
        return new Rules(
                items(rules.live(member.workspace(), id)),
                rules.draft(member.workspace(), id).map(RoutingRulesApi::items).orElse(null));
    }

    private static List<Rule> items(RuleSet rules) {
        return rules.rules().stream().map(Rule::of).toList();
    }

    record VersionItem(int version, int rules, String by, Instant liveAt) {
        static VersionItem of(RuleVersion one) {
            return new VersionItem(one.version(), one.rules(), one.by(), one.liveAt());
        }
    }

    record Versions(List<VersionItem> items) {}

    @GetMapping("/programs/{program}/routing/rules/versions")
    Versions versions(Member member, @PathVariable UUID program) {
        ProgramId id =
                surveys.program(member.workspace(), new ProgramId(program)).id();
        return new Versions(rules.versions(member.workspace(), id).stream()
                .map(VersionItem::of)
                .toList());
    }

    /** The rules of a version, as a draft takes them. */
    @GetMapping("/programs/{program}/routing/rules/versions/{version}")
    Draft version(Member member, @PathVariable UUID program, @PathVariable String version) {
        ProgramId id =
                surveys.program(member.workspace(), new ProgramId(program)).id();
        return new Draft(items(rules.version(member.workspace(), id, RoutingPages.number(version))));
    }

    @PutMapping("/programs/{program}/routing/rules/draft")
    Rules keep(Member member, @PathVariable UUID program, @RequestBody Draft told) {
        if (told.rules() == null) {
            throw Problem.invalid("rules", "problem.routing.rules");
        }
        List<RoutingRule> all =
                told.rules().stream().filter(Objects::nonNull).map(Rule::rule).toList();
        rules.keep(member, new ProgramId(program), new RuleSet(all));
        return list(member, program);
    }

    @DeleteMapping("/programs/{program}/routing/rules/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Member member, @PathVariable UUID program) {
        rules.discard(member, new ProgramId(program));
    }

    @PostMapping("/programs/{program}/routing/rules/activation")
    Rules goLive(Member member, @PathVariable UUID program) {
        rules.goLive(member, new ProgramId(program));
        return list(member, program);
    }

    /** @param days how far back; a year when left out */
    @GetMapping("/programs/{program}/routing/rules/simulation")
    SimulationItem simulate(Member member, @PathVariable UUID program, @RequestParam(defaultValue = "365") int days) {
        ProgramId id =
                surveys.program(member.workspace(), new ProgramId(program)).id();
        if (days < 1 || days > RoutingPages.LONGEST_DAYS) {
            throw Problem.invalid("days", "problem.routing.days", RoutingPages.LONGEST_DAYS);
        }
        RuleSet tried = rules.draft(member.workspace(), id).orElseGet(() -> rules.live(member.workspace(), id));
        return SimulationItem.of(rehearsal.play(member.workspace(), id, tried, days));
    }
}
