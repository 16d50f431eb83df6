package org.upturn.server.insights.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.cases.authority.ActionCatalogue;
import org.upturn.server.insights.loop.Became;
import org.upturn.server.insights.loop.LoopFilter;
import org.upturn.server.insights.loop.LoopLook;
import org.upturn.server.insights.loop.Loops;
import org.upturn.server.insights.web.LoopItems.Loop;
import org.upturn.server.insights.web.LoopItems.PersonItem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;

/** The loop's figures for programs, and each of its people. */
@RestController
@RequestMapping("/api/v1/programs/{program}/loop")
class LoopFiguresApi {
    private final Loops loops;
    private final ActionCatalogue catalogue;
    private final Surveys surveys;

    LoopFiguresApi(Loops loops, ActionCatalogue catalogue, Surveys surveys) {
        this.loops = loops;
        this.catalogue = catalogue;
        this.surveys = surveys;
    }

    @GetMapping
    Loop figures(
            Member member,
            @PathVariable UUID program,
            @RequestParam(required = false) @Nullable UUID from,
            @RequestParam(required = false) @Nullable UUID to,
            @RequestParam(defaultValue = "") String subtype) {
        return Loop.of(
                loops.look(member.workspace(), filter(member, program, from, to, subtype)),
                catalogue.currency(member.workspace()).orElse(null));
    }

    @GetMapping("/people")
    Slice<PersonItem> people(
            Member member,
            @PathVariable UUID program,
            @RequestParam(required = false) @Nullable UUID from,
            @RequestParam(required = false) @Nullable UUID to,
            @RequestParam(defaultValue = "") String subtype,
            @RequestParam(defaultValue = "") String became,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Became whose = became.isEmpty() ? null : Became.of(became);
        LoopLook look = loops.look(member.workspace(), filter(member, program, from, to, subtype));
        return loops.people(member.workspace(), look.cases(), whose, after, Slice.limit(limit))
                .map(PersonItem::of);
    }

    private LoopFilter filter(Member member, UUID program, @Nullable UUID from, @Nullable UUID to, String subtype) {
        var known = surveys.program(member.workspace(), new ProgramId(program));
        return LoopFilter.of(
                known.id(), surveys.waves(member.workspace(), known.id()), from, to, LoopItems.subtype(subtype));
    }
}
