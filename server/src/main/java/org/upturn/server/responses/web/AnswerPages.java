package org.upturn.server.responses.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.Invited;
import org.upturn.server.invitations.ScannerGuard;
import org.upturn.server.invitations.Visitor;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.AnswerDrafts;
import org.upturn.server.responses.Given;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.responses.ReviewPlaces;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.questions.Question;
import org.upturn.templates.Templates;

/**
 * The public answer page behind a personal link. Looking never records anything, for mail scanners look at every link;
 * only a sent form does, and what a person has begun is kept aside.
 */
@Controller
class AnswerPages {
    private final Invitations invitations;
    private final Surveys surveys;
    private final Responses responses;
    private final AnswerDrafts drafts;
    private final ScannerGuard guard;
    private final AnswerForms forms;
    private final AnswerPageMaker pages;
    private final AnswerUploads uploads;
    private final ReviewPlaces reviews;
    private final Templates templates;

    AnswerPages(
            Invitations invitations,
            Surveys surveys,
            Responses responses,
            AnswerDrafts drafts,
            ScannerGuard guard,
            AnswerForms forms,
            AnswerPageMaker pages,
            AnswerUploads uploads,
            ReviewPlaces reviews,
            Templates templates) {
        this.invitations = invitations;
        this.surveys = surveys;
        this.responses = responses;
        this.drafts = drafts;
        this.guard = guard;
        this.forms = forms;
        this.pages = pages;
        this.uploads = uploads;
        this.reviews = reviews;
        this.templates = templates;
    }

    /**
     * @param score the button that was pressed in the mail, shown as chosen and recorded only when sent or when a person
     *     shows to be there
     */
    @GetMapping("/a/{token}")
    ResponseEntity<byte[]> ask(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String score,
            @RequestParam(required = false) @Nullable String lang,
            @RequestParam(required = false) @Nullable String thanks,
            @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
        Optional<Invited> found = invitations.findByToken(token);
        if (found.isEmpty()) {
            return page(HttpStatus.NOT_FOUND, templates.responsesUnknown(pages.nobody(accepted)));
        }
        Invited invited = found.get();
        Wave wave = surveys.wave(invited.workspace(), invited.wave());
        AnswerPage page = pages.of(invited, wave, token, lang == null ? forms.language(invited) : lang, accepted);
        if (thanks != null) {
            Optional<Response> given = responses.findByInvitation(invited);
            if (given.isPresent()) {
                Response known = given.get();
                var places = reviews.of(invited.workspace(), known.program());
                return page(HttpStatus.OK, templates.responsesThanks(page, known, places));
            }
        }
        Optional<Problem> refused = responses.refusal(wave);
        if (refused.isPresent()) {
            return page(HttpStatus.OK, templates.responsesNotOpen(page, refused.get()));
        }
        return page(HttpStatus.OK, templates.responsesAnswer(uploads.with(invited, forms.fresh(invited, page, score))));
    }

    @PostMapping("/a/{token}")
    ResponseEntity<byte[]> answer(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam MultiValueMap<String, MultipartFile> files,
            @RequestHeader(value = "Accept-Language", required = false) @Nullable String accepted) {
        Optional<Invited> found = invitations.findByToken(token);
        if (found.isEmpty()) {
            return page(HttpStatus.NOT_FOUND, templates.responsesUnknown(pages.nobody(accepted)));
        }
        Invited invited = found.get();
        Wave wave = surveys.wave(invited.workspace(), invited.wave());
        AnswerPage page = pages.of(invited, wave, token, sent.getFirst("lang"), accepted);
        Problem refused = responses.refusal(wave).isPresent() ? null : uploads.take(invited, page, sent, files);
        AnswerFields fields = uploads.fields(invited, page, sent);
        try {
            if (refused != null) {
                throw refused;
            }
            Given given = given(page, fields);
            List<Question> open = forms.open(page, fields);
            if (!open.isEmpty()) {
                keep(invited, page, fields);
                return page(
                        HttpStatus.OK,
                        templates.responsesAnswer(uploads.with(invited, forms.second(invited, page, fields, open))));
            }
            responses.answer(invited, wave, given, null);
        } catch (Problem problem) {
            keepRefused(invited, page, fields);
            HttpStatus status = HttpStatus.valueOf(problem.code().status());
            boolean over = problem.code() == Problem.Code.CONFLICT;
            return page(
                    status,
                    over
                            ? templates.responsesNotOpen(page, problem)
                            : templates.responsesAnswer(uploads.with(invited, forms.again(page, fields, problem))));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/a/" + token + "?thanks=1")
                .build();
    }

    /**
     * Keeps what was begun. Only the page's script sends it, and only when it has seen a person; from a machine that was
     * caught looking into the mail it is kept without ever counting by itself.
     */
    @PostMapping("/a/{token}/draft")
    ResponseEntity<byte[]> begin(
            @PathVariable String token, @RequestParam MultiValueMap<String, String> sent, HttpServletRequest request) {
        Optional<Invited> invited = invitations.findByToken(token);
        if (invited.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Wave wave = surveys.wave(invited.get().workspace(), invited.get().wave());
        AnswerPage page = pages.of(invited.get(), wave, token, sent.getFirst("lang"), null);
        AnswerFields fields = uploads.fields(invited.get(), page, sent);
        try {
            var score = fields.scoreOrNull();
            var answers = page.asking().checked(score == null ? null : score.group(), fields.answers());
            drafts.keep(
                    invited.get(),
                    new AnswerDrafts.Begun(
                            score,
                            fields.one("why"),
                            page.language(),
                            answers,
                            fields.one("seen").equals("1") && !guard.isMachine(invited.get(), Visitor.of(request))));
        } catch (Problem notYet) {
            return ResponseEntity.status(notYet.code().status()).build();
        }
        return ResponseEntity.noContent().build();
    }

    /** Keeps what was typed, as far as it can be read: whoever opens the link again goes on. */
    private void keep(Invited invited, AnswerPage page, AnswerFields fields) {
        var answers = forms.readable(invited, page, fields);
        drafts.keep(
                invited,
                new AnswerDrafts.Begun(fields.scoreOrNull(), fields.one("why"), page.language(), answers, true));
    }

    /** The same of a form that was refused. */
    private void keepRefused(Invited invited, AnswerPage page, AnswerFields fields) {
        try {
            keep(invited, page, fields);
        } catch (Problem unkept) {
            // Said on the page already: the wave is over, or the words are too long.
        }
    }

    private static Given given(AnswerPage page, AnswerFields fields) {
        var score = fields.score();
        var answers = page.asking().checked(score.group(), fields.answers());
        return new Given(score, fields.one("why"), page.language(), answers);
    }

    private static ResponseEntity<byte[]> page(HttpStatus status, JteModel model) {
        var bytes = new Utf8ByteOutput();
        model.render(bytes);
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .body(bytes.toByteArray());
    }
}
