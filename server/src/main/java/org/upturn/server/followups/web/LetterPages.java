package org.upturn.server.followups.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.engine.guard.Finding;
import org.upturn.server.cases.CaseId;
import org.upturn.server.followups.CaseLetter;
import org.upturn.server.followups.CaseLetters;
import org.upturn.server.followups.CaseReplies;
import org.upturn.server.followups.LetterDraft;
import org.upturn.server.followups.OneQuestions;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** Letters and answers of a case: a page of its own, and a part of the record. */
@Controller
@RequestMapping("/cases/{id}")
class LetterPages {
    private final LettersViews views;
    private final CaseLetters letters;
    private final CaseReplies replies;
    private final OneQuestions questions;
    private final Templates templates;

    LetterPages(
            LettersViews views, CaseLetters letters, CaseReplies replies, OneQuestions questions, Templates templates) {
        this.views = views;
        this.letters = letters;
        this.replies = replies;
        this.questions = questions;
        this.templates = templates;
    }

    /** @param again a letter that was taken back, to be changed and sent anew */
    @GetMapping("/letters")
    JteModel letters(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID again,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        var item = new CaseId(id);
        LettersView view = again == null
                ? views.of(member, item)
                : views.of(member, item, draft(letters.find(member.workspace(), item, again)), null, List.of(), null);
        return shown(page, view, part);
    }

    /** What was said so far, asked for again while something is on its way. */
    @GetMapping("/letters/thread")
    Object thread(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        LettersView view = views.of(member, new CaseId(id));
        return part == null ? Redirect.to(view.path() + "/letters") : templates.followups_thread(page, view);
    }

    /**
     * Sends a letter; or, by other buttons of the same form, takes a suggestion into it, checks the sentence, or makes it
     * ready for the writer's own mail program.
     *
     * @param suggestion the place of a suggestion, from 0
     * @param seen how many letters the writer has seen
     */
    @PostMapping("/letters")
    Object send(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestParam String subject,
            @RequestParam String greeting,
            @RequestParam String firstSentence,
            @RequestParam String rest,
            @RequestParam(required = false) @Nullable Integer suggestion,
            @RequestParam(defaultValue = "false") boolean check,
            @RequestParam(defaultValue = "false") boolean byHand,
            @RequestParam(required = false) @Nullable Integer seen,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        var item = new CaseId(id);
        var draft = new LetterDraft(subject, greeting, firstSentence, rest);
        if (suggestion != null) {
            List<String> suggested = letters.suggestions(member.workspace(), item);
            String sentence =
                    suggestion >= 0 && suggestion < suggested.size() ? suggested.get(suggestion) : firstSentence;
            return again(page, member, item, draft.withFirstSentence(sentence), null, List.of(), part);
        }
        if (check && letters.check(member.workspace(), item, firstSentence) instanceof Finding.Named named) {
            return again(page, member, item, draft, null, named.words(), part);
        }
        try {
            if (check) {
                letters.refuse(member.workspace(), item, firstSentence);
            }
            if (byHand) {
                LetterDraft ready = letters.byHand(member, item, draft);
                return shown(page, views.of(member, item, ready, null, List.of(), ready), part);
            }
            notMeanwhile(member, item, seen);
            letters.send(member, item, draft);
            return Redirect.to("/cases/" + id + "/letters");
        } catch (Problem problem) {
            if (problem.code() == Problem.Code.NOT_FOUND) {
                throw problem;
            }
            return again(page, member, item, draft, problem, List.of(), part);
        }
    }

    @PostMapping("/letters/{letter}/withdrawal")
    Object takeBack(Page page, Member member, @PathVariable UUID id, @PathVariable UUID letter) {
        var item = new CaseId(id);
        try {
            letters.takeBack(member, item, letter);
            return Redirect.to("/cases/" + id + "/letters?again=" + letter);
        } catch (Problem problem) {
            if (problem.code() == Problem.Code.NOT_FOUND) {
                throw problem;
            }
            return again(page, member, item, null, problem, List.of(), null);
        }
    }

    @PostMapping("/replies/{reply}/response")
    ResponseEntity<Void> log(
            Member member,
            @PathVariable UUID id,
            @PathVariable UUID reply,
            @RequestParam(defaultValue = "") String words) {
        replies.log(member, new CaseId(id), reply, words);
        return Redirect.to("/cases/" + id + "#loop");
    }

    @PostMapping("/question")
    Object ask(Page page, Member member, @PathVariable UUID id) {
        try {
            questions.ask(member, new CaseId(id));
            return Redirect.to("/cases/" + id + "/letters");
        } catch (Problem problem) {
            if (problem.code() == Problem.Code.NOT_FOUND) {
                throw problem;
            }
            return again(page, member, new CaseId(id), null, problem, List.of(), null);
        }
    }

    private JteModel again(
            Page page,
            Member member,
            CaseId id,
            @Nullable LetterDraft draft,
            @Nullable Problem problem,
            List<String> passed,
            @Nullable String part) {
        return shown(page, views.of(member, id, draft, problem, passed, null), part);
    }

    private JteModel shown(Page page, LettersView view, @Nullable String part) {
        return part == null ? templates.followupsLetters(page, view) : templates.followups_letters(page, view);
    }

    /** Two who write at once do not both send, unless the second has seen what the first wrote. */
    private void notMeanwhile(Member member, CaseId item, @Nullable Integer seen) {
        List<CaseLetter> written = letters.ofCase(member.workspace(), item);
        if (seen != null && written.size() > seen) {
            throw Problem.conflict("problem.letter.meanwhile", written.getLast().byName());
        }
    }

    private static LetterDraft draft(CaseLetter letter) {
        String text = letter.mail().written().text();
        return new LetterDraft(
                letter.mail().written().subject(), text.split("\n\n", 2)[0], letter.firstSentence(), letter.rest());
    }
}
