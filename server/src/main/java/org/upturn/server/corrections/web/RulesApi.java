package org.upturn.server.corrections.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.corrections.CorrectionRule;
import org.upturn.server.corrections.CorrectionRules;
import org.upturn.server.corrections.Request;
import org.upturn.server.corrections.RuleKind;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;

/** The rules of a program that ask by themselves, for programs. */
@RestController
@RequestMapping("/api/v1/programs/{program}/correction-rules")
class RulesApi {
    private final CorrectionRules rules;
    private final Surveys surveys;

    RulesApi(CorrectionRules rules, Surveys surveys) {
        this.rules = rules;
        this.surveys = surveys;
    }

    /**
     * @param since when it was turned on; null while it is off
     * @param people how many it would have asked in the last 30 days
     */
    record Item(
            RuleKind kind,
            long delayMinutes,
            int days,
            @Nullable Instant since,
            long people) {}

    record Items(List<Item> items) {}

    record Told(@Nullable Integer delayMinutes, @Nullable Integer days) {}

    @GetMapping
    Items list(Member member, @PathVariable UUID program) {
        var known = surveys.program(member.workspace(), new ProgramId(program));
        return new Items(Arrays.stream(RuleKind.values())
                .map(kind -> item(member.workspace(), known.id(), kind))
                .toList());
    }

    private Item item(WorkspaceId workspace, ProgramId program, RuleKind kind) {
        CorrectionRule on = rules.ofProgram(workspace, program).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElse(null);
        return new Item(
                kind,
                (on == null ? CorrectionRule.USUAL_DELAY : on.delay()).toMinutes(),
                on == null ? Request.USUAL_DAYS : on.days(),
                on == null ? null : on.since(),
                rules.preview(workspace, program, kind));
    }

    @PutMapping("/{rule}")
    Item turnOn(Member member, @PathVariable UUID program, @PathVariable String rule, @RequestBody Told told) {
        var known = surveys.program(member.workspace(), new ProgramId(program));
        RuleKind kind = RuleKind.of(rule);
        Duration delay =
                told.delayMinutes() == null ? CorrectionRule.USUAL_DELAY : Duration.ofMinutes(told.delayMinutes());
        rules.turnOn(member, known.id(), kind, delay, told.days() == null ? Request.USUAL_DAYS : told.days());
        return item(member.workspace(), known.id(), kind);
    }

    @DeleteMapping("/{rule}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void turnOff(Member member, @PathVariable UUID program, @PathVariable String rule) {
        var known = surveys.program(member.workspace(), new ProgramId(program));
        rules.turnOff(member, known.id(), RuleKind.of(rule));
    }
}
