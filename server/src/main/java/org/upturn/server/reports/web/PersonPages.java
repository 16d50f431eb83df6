package org.upturn.server.reports.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.Cases;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.interactions.Interactions;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.AnswerDraft;
import org.upturn.server.responses.AnswerDrafts;
import org.upturn.server.responses.QuestionResults;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.Quotation;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.templates.Templates;

/** A person's whole story: every answer, what was done, what else we know. */
@Controller
class PersonPages {
    private static final int INTERACTIONS = 50;

    private final Contacts contacts;
    private final Responses responses;
    private final QuestionResults questions;
    private final AnswerDrafts drafts;
    private final Readings readings;
    private final Cases cases;
    private final Interactions interactions;
    private final Surveys surveys;
    private final Templates templates;

    PersonPages(
            Contacts contacts,
            Responses responses,
            QuestionResults questions,
            AnswerDrafts drafts,
            Readings readings,
            Cases cases,
            Interactions interactions,
            Surveys surveys,
            Templates templates) {
        this.contacts = contacts;
        this.responses = responses;
        this.questions = questions;
        this.drafts = drafts;
        this.readings = readings;
        this.cases = cases;
        this.interactions = interactions;
        this.surveys = surveys;
        this.templates = templates;
    }

    @GetMapping("/contacts/{id}")
    JteModel show(Page page, Member member, @PathVariable UUID id) {
        WorkspaceId workspace = member.workspace();
        Contact contact = contacts.find(workspace, new ContactId(id));
        return templates.reportsPerson(
                page,
                contact,
                chapters(workspace, contact),
                provisional(workspace, contact),
                interactions.latest(workspace, contact.id(), INTERACTIONS),
                interactions.documents(workspace, contact.id()));
    }

    /** What this person has begun and not sent, by the name of the wave. */
    private Map<String, AnswerDraft> provisional(WorkspaceId workspace, Contact contact) {
        return drafts.provisional(workspace, contact.id()).stream()
                .collect(Collectors.toMap(
                        one -> surveys.wave(workspace, one.invited().wave()).name(), Function.identity(), (a, b) -> a));
    }

    private List<PersonChapter> chapters(WorkspaceId workspace, Contact contact) {
        List<Response> answers = responses.ofContact(workspace, contact.id());
        var read =
                readings.findAll(workspace, answers.stream().map(Response::id).toList());
        Map<ResponseId, Case> known = cases.ofContact(workspace, contact.id()).stream()
                .collect(Collectors.toMap(Case::response, Function.identity()));
        return answers.stream()
                .map(answer -> new PersonChapter(
                        surveys.wave(workspace, answer.wave()).name(),
                        answer,
                        Quotation.of(answer.verbatim(), read.get(answer.id())),
                        questions.of(workspace, answer),
                        known.get(answer.id())))
                .toList();
    }
}
