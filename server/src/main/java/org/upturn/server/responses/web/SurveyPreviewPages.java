package org.upturn.server.responses.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.invitations.TestLinks;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.SurveyDrafts;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.questions.Asking;
import org.upturn.server.surveys.questions.Languages;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** The answer page as it would be, to look at. Nothing can be sent from it. */
@Controller
class SurveyPreviewPages {
    /** As for every page, except that our own pages may frame it and that nothing can be sent. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
                    + " data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    private final Surveys surveys;
    private final SurveyDrafts drafts;
    private final Workspaces workspaces;
    private final TestLinks links;
    private final AnswerPageMaker pages;
    private final Templates templates;

    SurveyPreviewPages(
            Surveys surveys,
            SurveyDrafts drafts,
            Workspaces workspaces,
            TestLinks links,
            AnswerPageMaker pages,
            Templates templates) {
        this.surveys = surveys;
        this.drafts = drafts;
        this.workspaces = workspaces;
        this.links = links;
        this.pages = pages;
        this.templates = templates;
    }

    /** @param version of the survey; the draft when none is named */
    @GetMapping("/programs/{program}/survey/preview")
    ResponseEntity<byte[]> preview(
            Member member,
            @PathVariable UUID program,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String lang) {
        Questionnaire shown = questionnaire(member.workspace(), new ProgramId(program), version);
        return page(HttpStatus.OK, form(member.workspace(), shown, lang, "", null));
    }

    /**
     * What a test mail leads to, its link against more mails too.
     *
     * @param score the number pressed in the mail
     */
    @GetMapping({"/a/test/{token}", "/a/test/{token}/unsubscribe", "/a/test/{token}/terms"})
    ResponseEntity<byte[]> test(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String score,
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
        return links.find(token)
                .map(one -> page(HttpStatus.OK, form(one.workspace(), asked(one), lang, score, "answer.test")))
                .orElseGet(() -> page(HttpStatus.NOT_FOUND, templates.responsesUnknown(pages.nobody(accepted))));
    }

    /** The one-click form of a mail program: of a test, nobody is taken off a list. */
    @PostMapping("/a/test/{token}/unsubscribe")
    ResponseEntity<byte[]> unsubscribe(@PathVariable String token) {
        return test(token, "", null, null);
    }

    private Questionnaire asked(TestLinks.Shown shown) {
        return surveys.latestSurvey(shown.workspace(), shown.program()).questionnaire();
    }

    private JteModel form(
            WorkspaceId asker, Questionnaire asked, @Nullable String lang, String score, @Nullable String note) {
        String language = Languages.best(asked.languages(), lang).orElse(asked.base());
        AnswerPage page = pages.preview(workspaces.find(asker), new Asking(asked, language, Map.of()));
        return templates.responsesAnswer(
                new AnswerForm(page, score, "", Map.of(), AnswerForms.possible(page), List.of(), false, note, null));
    }

    private Questionnaire questionnaire(WorkspaceId workspace, ProgramId program, @Nullable Integer version) {
        if (version == null) {
            return drafts.find(workspace, program).questionnaire();
        }
        return surveys.versions(workspace, program).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("problem.unknown.version"))
                .questionnaire();
    }

    private static ResponseEntity<byte[]> page(HttpStatus status, JteModel model) {
        var bytes = new Utf8ByteOutput();
        model.render(bytes);
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", CONTENT_POLICY)
                .header("X-Robots-Tag", "noindex")
                .body(bytes.toByteArray());
    }
}
