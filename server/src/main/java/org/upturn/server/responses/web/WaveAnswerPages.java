package org.upturn.server.responses.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.responses.AnswerDraft;
import org.upturn.server.responses.AnswerDrafts;
import org.upturn.server.responses.QuestionResults;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.templates.Templates;

/** What came back to each question of a wave, and what waits to count. */
@Controller
class WaveAnswerPages {
    private final Surveys surveys;
    private final QuestionResults results;
    private final AnswerDrafts drafts;
    private final Contacts contacts;
    private final Templates templates;

    WaveAnswerPages(
            Surveys surveys, QuestionResults results, AnswerDrafts drafts, Contacts contacts, Templates templates) {
        this.surveys = surveys;
        this.results = results;
        this.drafts = drafts;
        this.contacts = contacts;
        this.templates = templates;
    }

    @GetMapping("/waves/{id}/answers")
    JteModel answers(Page page, Member member, @PathVariable UUID id) {
        Wave wave = surveys.wave(member.workspace(), new WaveId(id));
        return templates.responsesResults(
                page, wave, results.ofWave(member.workspace(), wave), provisional(member, wave));
    }

    /** A fragment for the page of a wave. */
    @GetMapping("/waves/{id}/provisional")
    JteModel waiting(Page page, Member member, @PathVariable UUID id) {
        Wave wave = surveys.wave(member.workspace(), new WaveId(id));
        return templates.responses_provisional(page, provisional(member, wave));
    }

    private List<ProvisionalRow> provisional(Member member, Wave wave) {
        List<AnswerDraft> waiting = drafts.provisional(member.workspace(), wave.id());
        var people = contacts.findAll(
                member.workspace(),
                waiting.stream().map(one -> one.invited().contact()).toList());
        return waiting.stream()
                .map(one -> new ProvisionalRow(people.get(one.invited().contact()), one))
                .toList();
    }
}
