package org.upturn.server.reports.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.Cases;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.QuestionResults;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.Quotation;
import org.upturn.server.verbatims.Readings;

/** What one contact has said, answer by answer, with what came of it. */
@Component
class PersonStories {
    private final Responses responses;
    private final Readings readings;
    private final Cases cases;
    private final QuestionResults questions;
    private final Surveys surveys;

    PersonStories(Responses responses, Readings readings, Cases cases, QuestionResults questions, Surveys surveys) {
        this.responses = responses;
        this.readings = readings;
        this.cases = cases;
        this.questions = questions;
        this.surveys = surveys;
    }

    /** The latest answer first; of this id only, not of those merged into it. */
    List<PersonChapter> of(WorkspaceId workspace, ContactId contact) {
        List<Response> answers = responses.ofContact(workspace, contact);
        var read =
                readings.findAll(workspace, answers.stream().map(Response::id).toList());
        Map<ResponseId, Case> known = cases.ofContact(workspace, contact).stream()
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
