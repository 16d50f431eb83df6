package org.upturn.server.verbatims.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.kernel.Problem;
import org.upturn.server.verbatims.history.Previews;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.templates.Templates;

/** The draft to be looked at: its themes, one of them in a form, and what it would change. */
@Controller
class DraftPages {
    private final CodebookHeads heads;
    private final Previews previews;
    private final Templates templates;

    DraftPages(CodebookHeads heads, Previews previews, Templates templates) {
        this.heads = heads;
        this.previews = previews;
        this.templates = templates;
    }

    @GetMapping("/codebook/draft")
    JteModel draft(Page page, Member member, @RequestParam(required = false) @Nullable UUID program) {
        CodebookHead head = heads.of(member.workspace(), program);
        return templates.verbatimsDraft(page, head, ThemeLine.of(head.draft()));
    }

    @GetMapping("/codebook/theme")
    JteModel theme(
            Page page,
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "false") boolean discovered) {
        CodebookHead head = heads.of(member.workspace(), program);
        ThemePage form = theme.isEmpty()
                ? ThemePage.blank(head.draft())
                : ThemePage.of(
                        head.draft(),
                        head.draft().theme(theme).orElseThrow(() -> Problem.notFound("problem.unknown.theme")));
        return templates.verbatimsTheme(page, head, form, discovered);
    }

    @GetMapping("/codebook/preview")
    JteModel preview(Page page, Member member, @RequestParam(required = false) @Nullable UUID program) {
        CodebookHead head = heads.of(member.workspace(), program);
        return templates.verbatimsPreview(
                page, head, previews.find(member.workspace(), head.program().id()));
    }

    @GetMapping("/codebook/preview/progress")
    JteModel progress(Page page, Member member, @RequestParam(required = false) @Nullable UUID program) {
        CodebookHead head = heads.of(member.workspace(), program);
        return templates.verbatims_preview(
                page, head, previews.find(member.workspace(), head.program().id()));
    }
}
