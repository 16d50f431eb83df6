package org.upturn.server.invitations.texts.web;

import gg.jte.models.runtime.JteModel;
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
import org.upturn.server.invitations.texts.ShortText;
import org.upturn.server.invitations.texts.ShortTexts;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** What the text messages of a program say. */
@Controller
class TextPages {
    private final ShortTexts texts;
    private final TextPreviews previews;
    private final Surveys surveys;
    private final Templates templates;

    TextPages(ShortTexts texts, TextPreviews previews, Surveys surveys, Templates templates) {
        this.texts = texts;
        this.previews = previews;
        this.surveys = surveys;
        this.templates = templates;
    }

    @GetMapping("/programs/{program}/texts")
    JteModel show(
            Page page,
            Member member,
            @PathVariable UUID program,
            @RequestParam(required = false) @Nullable String language) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        return page(page, member, known, texts.find(member.workspace(), known.id(), language), null);
    }

    /**
     * What was typed stays in the form when it cannot be taken.
     *
     * @param look saves nothing and shows what a person would get
     */
    @PostMapping("/programs/{program}/texts")
    Object save(
            Page page,
            Member member,
            @PathVariable UUID program,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String invitation,
            @RequestParam(defaultValue = "") String reminder,
            @RequestParam(required = false) @Nullable String look,
            HttpServletResponse response) {
        Program known = surveys.program(member.workspace(), new ProgramId(program));
        var told = new ShortText(language, invitation, reminder);
        try {
            if (look != null) {
                return page(page, member, known, told.in(ShortTexts.tag(language)), null);
            }
            texts.save(member, known.id(), told);
            return Redirect.saved(
                    "/programs/" + program + "/texts?language=" + URLEncoder.encode(language, StandardCharsets.UTF_8));
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return page(page, member, known, told, problem);
        }
    }

    private JteModel page(Page page, Member member, Program program, ShortText text, @Nullable Problem problem) {
        var all = texts.of(member.workspace(), program.id());
        var shown = previews.of(member.workspace(), program.id(), text);
        return templates.invitationsTexts(page, program, all, text, shown, problem);
    }
}
