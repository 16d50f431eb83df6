package org.upturn.server.corrections.web;

import gg.jte.models.runtime.JteModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.corrections.Correction;
import org.upturn.server.corrections.CorrectionId;
import org.upturn.server.corrections.Corrections;
import org.upturn.server.corrections.Reason;
import org.upturn.server.corrections.Request;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.questions.Kind;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** What was asked about one answer, or of one person; and the form to ask once more. */
@Controller
class AskPages {
    private final Corrections corrections;
    private final AskedRows rows;
    private final Responses responses;
    private final Contacts contacts;
    private final Surveys surveys;
    private final Templates templates;

    AskPages(
            Corrections corrections,
            AskedRows rows,
            Responses responses,
            Contacts contacts,
            Surveys surveys,
            Templates templates) {
        this.corrections = corrections;
        this.rows = rows;
        this.responses = responses;
        this.contacts = contacts;
        this.surveys = surveys;
        this.templates = templates;
    }

    /** A page of its own, and a part of a case's record. */
    @GetMapping("/responses/{response}/corrections")
    JteModel ofAnswer(
            Page page,
            Member member,
            @PathVariable UUID response,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        Response answer = responses.find(member.workspace(), new ResponseId(response));
        List<AskedRow> asked = rows.of(member.workspace(), corrections.ofResponse(member.workspace(), answer.id()));
        return part == null
                ? templates.correctionsOfAnswer(
                        page, contact(member, answer), answer, asked, rows.chain(member.workspace(), answer, asked))
                : templates.corrections_asked(page, response, asked);
    }

    /** A page of its own, and a part of a person's page. */
    @GetMapping("/contacts/{id}/corrections")
    JteModel ofPerson(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part) {
        Contact contact = contacts.find(member.workspace(), new ContactId(id));
        List<AskedRow> asked = rows.of(member.workspace(), corrections.ofContact(member.workspace(), contact.id()));
        return part == null
                ? templates.correctionsOfPerson(page, contact, asked)
                : templates.corrections_rows(page, asked, false);
    }

    /** The form with the mail as it would go; asked for anew by its button that shows the mail. */
    @GetMapping("/responses/{response}/corrections/new")
    JteModel form(Page page, Member member, @PathVariable UUID response, @RequestParam Map<String, String> told) {
        Response answer = responses.find(member.workspace(), new ResponseId(response));
        Request request = told.containsKey("reason")
                ? request(told, true)
                : new Request(
                        answer.verbatim().isBlank() ? Reason.MISSING_WHY : Reason.CONTRADICTION, null, "", true, null);
        return form(page, member, answer, request, null);
    }

    @PostMapping("/responses/{response}/corrections")
    Object ask(Page page, Member member, @PathVariable UUID response, @RequestParam Map<String, String> told) {
        Response answer = responses.find(member.workspace(), new ResponseId(response));
        try {
            corrections.ask(member, answer.id(), request(told, "mail".equals(told.get("by"))));
            return Redirect.to("/responses/" + response + "/corrections");
        } catch (Problem problem) {
            Request asked = told.containsKey("reason")
                            && List.of(Reason.values()).stream()
                                    .anyMatch(one -> one.word().equals(told.get("reason")))
                    ? request(told, true)
                    : new Request(Reason.MISSING_WHY, null, "", true, null);
            return form(page, member, answer, asked, problem);
        }
    }

    @PostMapping("/responses/{response}/corrections/{correction}/withdrawal")
    ResponseEntity<Void> withdraw(Member member, @PathVariable UUID response, @PathVariable UUID correction) {
        corrections.withdraw(member, new ResponseId(response), new CorrectionId(correction));
        return Redirect.to("/responses/" + response + "/corrections");
    }

    private JteModel form(Page page, Member member, Response answer, Request request, @Nullable Problem problem) {
        var form = new AskForm(
                request,
                questions(member, answer),
                corrections
                        .preview(answer, request.reason(), request.words() == null ? "" : request.words())
                        .seenBy(contact(member, answer)),
                corrections.refusal(member.workspace(), answer).orElse(null),
                corrections.mails(member.workspace()),
                problem);
        return templates.correctionsNew(page, contact(member, answer), answer, form);
    }

    private Contact contact(Member member, Response answer) {
        return contacts.find(member.workspace(), answer.contact());
    }

    /** Those that were left out come first. */
    private Map<String, String> questions(Member member, Response answer) {
        Questionnaire asked =
                surveys.survey(member.workspace(), answer.survey()).questionnaire();
        var questions = new LinkedHashMap<String, String>();
        asked.questions().stream()
                .filter(one -> one.kind() != Kind.FILE && !answer.answers().containsKey(one.id()))
                .forEach(one -> questions.put(one.id(), AskedRows.title(asked, one.id())));
        questions.put(Correction.WHY, AskedRows.title(asked, Correction.WHY));
        questions.put(Correction.SCORE, AskedRows.title(asked, Correction.SCORE));
        asked.questions().stream()
                .filter(one -> one.kind() != Kind.FILE)
                .forEach(one -> questions.putIfAbsent(one.id(), AskedRows.title(asked, one.id())));
        return questions;
    }

    private static Request request(Map<String, String> told, boolean mail) {
        Reason reason = Reason.of(told.getOrDefault("reason", ""));
        return new Request(
                reason,
                reason == Reason.QUESTION ? told.getOrDefault("question", "") : null,
                told.getOrDefault("words", ""),
                mail,
                days(told));
    }

    static @Nullable Integer days(Map<String, String> told) {
        String days = told.getOrDefault("days", "");
        if (days.isBlank()) {
            return null;
        }
        if (!days.matches("\\d{1,3}")) {
            throw Problem.invalid("days", "problem.correction.days", Request.MOST_DAYS);
        }
        return Integer.parseInt(days);
    }
}
