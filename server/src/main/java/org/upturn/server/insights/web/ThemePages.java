package org.upturn.server.insights.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.engine.Theme;
import org.upturn.server.cases.Cases;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.insights.Insights;
import org.upturn.server.insights.ThemeFigures;
import org.upturn.server.insights.WaveFigures;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.Quotation;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** Themes by weight, and the words behind one of them. */
@Controller
class ThemePages {
    private static final int QUOTATIONS = 60;

    private final Insights insights;
    private final Surveys surveys;
    private final Codebooks codebooks;
    private final Responses responses;
    private final Readings readings;
    private final Contacts contacts;
    private final Cases cases;
    private final Templates templates;

    ThemePages(
            Insights insights,
            Surveys surveys,
            Codebooks codebooks,
            Responses responses,
            Readings readings,
            Contacts contacts,
            Cases cases,
            Templates templates) {
        this.insights = insights;
        this.surveys = surveys;
        this.codebooks = codebooks;
        this.responses = responses;
        this.readings = readings;
        this.contacts = contacts;
        this.cases = cases;
        this.templates = templates;
    }

    @GetMapping("/themes")
    Object themes(
            Page page,
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(required = false) @Nullable UUID wave,
            @RequestParam(defaultValue = "") String theme) {
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
        return templates.insightsThemes(
                page, programs, chosen, waves, shown, figures, voices(member.workspace(), chosen, shown, theme));
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

    private @Nullable ThemeVoices voices(
            WorkspaceId workspace, Program program, @Nullable WaveFigures shown, String theme) {
        if (theme.isEmpty() || shown == null) {
            return null;
        }
        Theme known = codebooks
                .active(workspace, program.id())
                .codebook()
                .theme(theme)
                .orElseThrow(() -> Problem.notFound("problem.unknown.theme"));
        List<ResponseId> ids = insights.naming(workspace, shown.wave().id(), theme, QUOTATIONS).stream()
                .map(ResponseId::new)
                .toList();
        var answers =
                responses.findAll(workspace, ids).stream().collect(Collectors.toMap(Response::id, Function.identity()));
        var read = readings.findAll(workspace, ids);
        var people = contacts.findAll(
                workspace, answers.values().stream().map(Response::contact).toList());
        return new ThemeVoices(
                known,
                ids.stream()
                        .map(id -> new ThemeVoices.Voice(
                                people.get(answers.get(id).contact()),
                                answers.get(id).score(),
                                Quotation.of(answers.get(id).verbatim(), read.get(id)),
                                cases.findByResponse(workspace, id)
                                        .map(one -> one.id().value())
                                        .orElse(null)))
                        .toList());
    }
}
