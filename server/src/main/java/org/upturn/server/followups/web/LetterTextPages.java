package org.upturn.server.followups.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.followups.LetterText;
import org.upturn.server.followups.LetterTexts;
import org.upturn.server.invitations.mail.ProgramTexts;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** The team’s own words for letters. */
@Controller
@RequestMapping("/programs/{id}/letter-texts")
class LetterTextPages {
    private final LetterTexts texts;
    private final Surveys surveys;
    private final Templates templates;

    LetterTextPages(LetterTexts texts, Surveys surveys, Templates templates) {
        this.texts = texts;
        this.surveys = surveys;
        this.templates = templates;
    }

    @GetMapping
    JteModel form(Page page, Member member, @PathVariable UUID id, @RequestParam(defaultValue = "") String language) {
        ProgramTexts<LetterText> all = texts.ofProgram(member.workspace(), new ProgramId(id));
        String chosen = language.isBlank() ? all.languages().getFirst() : language;
        LetterText found = all.in(chosen);
        return form(page, member, id, new LetterText(chosen, found.subject(), found.greeting(), found.rest()), null);
    }

    /** @param reset back to the standard words */
    @PostMapping
    Object save(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestParam String language,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String greeting,
            @RequestParam(defaultValue = "") String rest,
            @RequestParam(defaultValue = "false") boolean reset) {
        var told = new LetterText(language, subject, greeting, rest);
        try {
            if (reset) {
                texts.reset(member, new ProgramId(id), language);
            } else {
                texts.save(member, new ProgramId(id), told);
            }
            return Redirect.to("/programs/" + id + "/letter-texts?language=" + language);
        } catch (Problem problem) {
            if (problem.code() == Problem.Code.NOT_FOUND) {
                throw problem;
            }
            return form(page, member, id, told, problem);
        }
    }

    private JteModel form(Page page, Member member, UUID id, LetterText text, @Nullable Problem problem) {
        Program program = surveys.program(member.workspace(), new ProgramId(id));
        ProgramTexts<LetterText> all = texts.ofProgram(member.workspace(), program.id());
        return templates.followupsTexts(page, program, all, text, problem);
    }
}
