package org.upturn.server.insights.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.insights.Insights;
import org.upturn.server.insights.ThemeFigures;
import org.upturn.server.insights.WaveFigures;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** The themes of a wave by weight. */
@Controller
class ThemesPages {
    private final Insights insights;
    private final Surveys surveys;
    private final Templates templates;

    ThemesPages(Insights insights, Surveys surveys, Templates templates) {
        this.insights = insights;
        this.surveys = surveys;
        this.templates = templates;
    }

    @GetMapping("/themes")
    Object themes(
            Page page,
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(required = false) @Nullable UUID wave) {
        List<Program> programs = surveys.programs(member.workspace());
        if (programs.isEmpty()) {
            return Redirect.to("/programs/new");
        }
        Program chosen = surveys.chosen(member.workspace(), program).orElseThrow();
        List<WaveFigures> waves = insights.waves(member.workspace(), chosen.id()).stream()
                .filter(one -> !one.nps().isEmpty())
                .toList();
        WaveFigures shown = shown(waves, wave);
        List<ThemeFigures> figures = shown == null
                ? List.of()
                : insights.themes(member.workspace(), chosen.id(), shown.wave().id());
        return templates.insightsThemes(page, programs, chosen, waves, shown, figures);
    }

    private static @Nullable WaveFigures shown(List<WaveFigures> waves, @Nullable UUID named) {
        if (named == null) {
            return waves.isEmpty() ? null : waves.getLast();
        }
        return waves.stream()
                .filter(one -> one.wave().id().value().equals(named))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("problem.unknown.answeredWave"));
    }
}
