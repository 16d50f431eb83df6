package org.upturn.server.insights.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.cases.authority.ActionCatalogue;
import org.upturn.server.insights.loop.Became;
import org.upturn.server.insights.loop.LoopFilter;
import org.upturn.server.insights.loop.LoopLook;
import org.upturn.server.insights.loop.Loops;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** Whether the loop closes: how many, how fast, what became of each, what it cost. */
@Controller
class LoopPages {
    private static final int ON_A_PAGE = 50;

    private final Loops loops;
    private final ActionCatalogue catalogue;
    private final Surveys surveys;
    private final Templates templates;

    LoopPages(Loops loops, ActionCatalogue catalogue, Surveys surveys, Templates templates) {
        this.loops = loops;
        this.catalogue = catalogue;
        this.surveys = surveys;
        this.templates = templates;
    }

    @GetMapping("/loop")
    Object show(
            Page page,
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(required = false) @Nullable UUID from,
            @RequestParam(required = false) @Nullable UUID to,
            @RequestParam(defaultValue = "") String subtype,
            @RequestParam(defaultValue = "") String became,
            @RequestParam(required = false) @Nullable UUID after) {
        List<Program> programs = surveys.programs(member.workspace());
        if (programs.isEmpty()) {
            return Redirect.to("/programs/new");
        }
        Program chosen = surveys.chosen(member.workspace(), program).orElseThrow();
        List<Wave> all = surveys.waves(member.workspace(), chosen.id());
        var filter = LoopFilter.of(chosen.id(), all, from, to, LoopItems.subtype(subtype));
        Became whose = became.isEmpty() ? null : Became.of(became);
        LoopLook look = loops.look(member.workspace(), filter);
        return templates.insightsLoop(
                page,
                new LoopSheet(
                        programs,
                        chosen,
                        all,
                        filter,
                        whose,
                        look,
                        loops.people(member.workspace(), look.cases(), whose, after, ON_A_PAGE),
                        catalogue.currency(member.workspace()).orElse(null)));
    }
}
