package org.upturn.server.discovery.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.discovery.Board;
import org.upturn.server.discovery.Discoveries;
import org.upturn.server.discovery.GroupDecisions;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** The discovery board to be looked at, and what can be decided there. */
@Controller
class DiscoveryPages {
    private final Discoveries discoveries;
    private final GroupDecisions decisions;
    private final BoardViews views;
    private final Surveys surveys;
    private final Templates templates;

    DiscoveryPages(
            Discoveries discoveries, GroupDecisions decisions, BoardViews views, Surveys surveys, Templates templates) {
        this.discoveries = discoveries;
        this.decisions = decisions;
        this.views = views;
        this.surveys = surveys;
        this.templates = templates;
    }

    @GetMapping("/discovery")
    Object board(
            Page page,
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(required = false) @Nullable UUID wave,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable UUID dismissed) {
        Program chosen = surveys.chosen(member.workspace(), program).orElse(null);
        if (chosen == null) {
            return Redirect.to("/programs/new");
        }
        Board board = discoveries.find(member.workspace(), chosen.id(), wave);
        return templates.discoveryBoard(page, views.of(member.workspace(), chosen, board, all, dismissed));
    }

    /**
     * How far the computation is; asked for again and again. When it is done a page without groups is loaded anew; one that
     * people read meanwhile is offered the new ones and stays.
     *
     * @param shown when the groups on the page were found
     */
    @GetMapping("/discovery/progress")
    Object progress(
            Page page,
            Member member,
            HttpServletResponse response,
            @RequestParam UUID program,
            @RequestParam(required = false) @Nullable UUID wave,
            @RequestParam(defaultValue = "") String shown) {
        Program chosen = surveys.program(member.workspace(), new ProgramId(program));
        Board board = discoveries.find(member.workspace(), chosen.id(), wave);
        if (!board.isComputing() && shown.isEmpty()) {
            response.setHeader("HX-Refresh", "true");
        }
        return templates.discovery_state(
                page, views.of(member.workspace(), chosen, board.without(), false, null), shown);
    }

    @PostMapping("/programs/{program}/discovery")
    Object compute(Member member, @PathVariable UUID program, @RequestParam(required = false) @Nullable UUID wave) {
        discoveries.compute(member.workspace(), new ProgramId(program), wave);
        return to(program, wave, "");
    }

    /** The new theme is shown in its form: a label is not yet a name. */
    @PostMapping("/programs/{program}/discovery/groups/{group}/theme")
    Object makeTheme(Member member, @PathVariable UUID program, @PathVariable UUID group) {
        String theme = decisions.makeTheme(member, new ProgramId(program), group);
        return Redirect.to("/codebook/theme?program=" + program + "&discovered=true&theme="
                + URLEncoder.encode(theme, StandardCharsets.UTF_8));
    }

    @PostMapping("/programs/{program}/discovery/groups/{group}/dismissal")
    Object dismiss(
            Member member,
            @PathVariable UUID program,
            @PathVariable UUID group,
            @RequestParam(required = false) @Nullable UUID wave) {
        decisions.dismiss(member, new ProgramId(program), group);
        return to(program, wave, "&dismissed=" + group);
    }

    @PostMapping("/programs/{program}/discovery/groups/{group}/return")
    Object bringBack(
            Member member,
            @PathVariable UUID program,
            @PathVariable UUID group,
            @RequestParam(required = false) @Nullable UUID wave) {
        decisions.bringBack(member, new ProgramId(program), group);
        return to(program, wave, "");
    }

    private static Object to(UUID program, @Nullable UUID wave, String more) {
        return Redirect.to("/discovery?program=" + program + (wave == null ? "" : "&wave=" + wave) + more);
    }
}
