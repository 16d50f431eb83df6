package org.upturn.server.surveys.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.SurveyDraft;
import org.upturn.server.surveys.SurveyDrafts;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** The builder: the draft of a survey in one form, what teammates say of it, publishing, and all versions. */
@Controller
class SurveyPages {
    private final Surveys surveys;
    private final SurveyDrafts drafts;
    private final Builders builders;
    private final Templates templates;

    SurveyPages(Surveys surveys, SurveyDrafts drafts, Builders builders, Templates templates) {
        this.surveys = surveys;
        this.drafts = drafts;
        this.builders = builders;
        this.templates = templates;
    }

    @GetMapping("/programs/{program}/survey")
    JteModel show(Page page, Member member, @PathVariable UUID program) {
        return templates.surveysBuilder(page, builders.of(member.workspace(), new ProgramId(program)));
    }

    /** Every button of the form comes here: what was typed is kept first, then the button does its work. */
    @PostMapping("/programs/{program}/survey/draft")
    Object edit(
            Page page, Member member, @PathVariable UUID program, @RequestParam MultiValueMap<String, String> fields) {
        var id = new ProgramId(program);
        surveys.program(member.workspace(), id);
        var form = new SurveyForm(fields);
        String button = form.one("do");
        if (button.equals("discard")) {
            drafts.discard(member, id);
            return Redirect.to("/programs/" + program + "/survey");
        }
        try {
            Questionnaire told = form.questionnaire();
            drafts.save(member, id, SurveyEdits.apply(told, button, form), form.revision());
        } catch (Problem problem) {
            return again(page, member, id, form, problem);
        }
        if (button.equals("publish")) {
            return publish(page, member, id, form);
        }
        String at = button.contains(":") && !button.startsWith("remove") && !button.startsWith("un")
                ? "#q-" + button.split(":")[1]
                : "";
        return Redirect.to("/programs/" + program + "/survey" + at);
    }

    private Object publish(Page page, Member member, ProgramId program, SurveyForm form) {
        try {
            drafts.publish(
                    member, program, form.one("note"), form.one("running").equals("on"));
        } catch (Problem problem) {
            Builder builder = builders.of(member.workspace(), program);
            return refused(problem, templates.surveysBuilder(page, builders.with(builder, problem)));
        }
        return Redirect.to("/programs/" + program.value() + "/survey/versions");
    }

    private Object again(Page page, Member member, ProgramId program, SurveyForm form, Problem problem) {
        if (form.all("language").isEmpty()) {
            throw problem;
        }
        Builder now = builders.of(member.workspace(), program);
        return refused(problem, templates.surveysBuilder(page, builders.with(now, form.questionnaire(), problem)));
    }

    private static ResponseEntity<byte[]> refused(Problem problem, JteModel model) {
        return Rendered.page(HttpStatus.valueOf(problem.code().status()), model);
    }

    /** What was typed so far, told by the page's script; answers with the revision that it became. */
    @PostMapping("/programs/{program}/survey/draft/kept")
    ResponseEntity<String> keep(
            Member member, @PathVariable UUID program, @RequestParam MultiValueMap<String, String> fields) {
        var form = new SurveyForm(fields);
        SurveyDraft kept = drafts.save(member, new ProgramId(program), form.questionnaire(), form.revision());
        return ResponseEntity.ok(String.valueOf(kept.revision()));
    }

    @PostMapping("/programs/{program}/survey/comments")
    ResponseEntity<Void> comment(
            Member member,
            @PathVariable UUID program,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String words) {
        drafts.comment(member, new ProgramId(program), about, words);
        return Redirect.to("/programs/" + program + "/survey#comments");
    }

    @PostMapping("/programs/{program}/survey/comments/{comment}/resolution")
    ResponseEntity<Void> resolve(Member member, @PathVariable UUID program, @PathVariable UUID comment) {
        drafts.resolve(member, new ProgramId(program), comment);
        return Redirect.to("/programs/" + program + "/survey#comments");
    }

    @GetMapping("/programs/{program}/survey/versions")
    JteModel versions(Page page, Member member, @PathVariable UUID program) {
        var id = new ProgramId(program);
        return templates.surveysVersions(
                page,
                surveys.program(member.workspace(), id),
                surveys.versions(member.workspace(), id),
                builders.names(member.workspace()));
    }
}
