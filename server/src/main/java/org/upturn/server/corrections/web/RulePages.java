package org.upturn.server.corrections.web;

import gg.jte.models.runtime.JteModel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.corrections.CorrectionFigures;
import org.upturn.server.corrections.CorrectionRules;
import org.upturn.server.corrections.Corrections;
import org.upturn.server.corrections.Request;
import org.upturn.server.corrections.RuleKind;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** The rules of a program with what waits for a person, and the corrections of a wave. */
@Controller
class RulePages {
    private final CorrectionRules rules;
    private final CorrectionFigures figures;
    private final Corrections corrections;
    private final AskedRows rows;
    private final Surveys surveys;
    private final Templates templates;

    RulePages(
            CorrectionRules rules,
            CorrectionFigures figures,
            Corrections corrections,
            AskedRows rows,
            Surveys surveys,
            Templates templates) {
        this.rules = rules;
        this.figures = figures;
        this.corrections = corrections;
        this.rows = rows;
        this.surveys = surveys;
        this.templates = templates;
    }

    @GetMapping("/programs/{program}/corrections")
    JteModel ofProgram(Page page, Member member, @PathVariable UUID program) {
        var known = surveys.program(member.workspace(), new ProgramId(program));
        return templates.correctionsRules(
                page,
                known,
                Arrays.stream(RuleKind.values())
                        .map(kind -> row(member.workspace(), known.id(), kind))
                        .toList(),
                rows.of(member.workspace(), corrections.waitingForAPerson(member.workspace(), known.id())),
                corrections.mails(member.workspace()));
    }

    private RuleRow row(WorkspaceId workspace, ProgramId program, RuleKind kind) {
        var on = rules.ofProgram(workspace, program).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElse(null);
        return new RuleRow(kind, on, rules.preview(workspace, program, kind));
    }

    @PostMapping("/programs/{program}/corrections")
    ResponseEntity<Void> set(Member member, @PathVariable UUID program, @RequestParam Map<String, String> told) {
        var known = surveys.program(member.workspace(), new ProgramId(program));
        RuleKind kind = RuleKind.of(told.getOrDefault("kind", ""));
        if ("off".equals(told.get("say"))) {
            rules.turnOff(member, known.id(), kind);
        } else {
            Integer days = AskPages.days(told);
            rules.turnOn(
                    member,
                    known.id(),
                    kind,
                    delay(told.getOrDefault("hours", "2")),
                    days == null ? Request.USUAL_DAYS : days);
        }
        return Redirect.to("/programs/" + program + "/corrections#" + kind.word());
    }

    /** A page of its own, and a part of a wave's page. */
    @GetMapping("/waves/{id}/corrections")
    JteModel ofWave(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer asked,
            @RequestParam(required = false) @Nullable Integer skipped,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        Wave wave = surveys.wave(member.workspace(), new WaveId(id));
        var shown = new WaveCorrections(
                wave, figures.ofWave(member.workspace(), wave.id()), figures.byReason(member.workspace(), wave.id()));
        if (part != null) {
            return templates.corrections_wave(page, shown);
        }
        return templates.correctionsWave(
                page,
                shown,
                List.of(RuleKind.DETRACTOR_WHY, RuleKind.ANY_WHY, RuleKind.CONTRADICTION, RuleKind.PASSIVE_NINE),
                corrections.mails(member.workspace()),
                asked,
                skipped);
    }

    @PostMapping("/waves/{id}/corrections")
    ResponseEntity<Void> askAll(Member member, @PathVariable UUID id, @RequestParam Map<String, String> told) {
        Wave wave = surveys.wave(member.workspace(), new WaveId(id));
        RuleKind kind = RuleKind.of(told.getOrDefault("kind", ""));
        var asked = corrections.askAll(member, wave.id(), kind, told.get("words"), AskPages.days(told));
        int skipped =
                asked.skipped().values().stream().mapToInt(Integer::intValue).sum();
        return Redirect.to("/waves/" + id + "/corrections?asked=" + asked.asked() + "&skipped=" + skipped);
    }

    private static Duration delay(String hours) {
        try {
            return Duration.ofMinutes(Math.round(Double.parseDouble(hours.replace(',', '.')) * 60));
        } catch (NumberFormatException | ArithmeticException unreadable) {
            throw Problem.invalid("delay", "problem.correction.delay");
        }
    }
}
