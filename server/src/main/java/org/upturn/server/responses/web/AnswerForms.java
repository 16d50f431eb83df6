package org.upturn.server.responses.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Score;
import org.upturn.server.responses.AnswerDraft;
import org.upturn.server.responses.AnswerDrafts;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.questions.Asking;
import org.upturn.server.surveys.questions.Question;

/** Fills the answer form with what a person has sent or begun. */
@Component
class AnswerForms {
    private final Responses responses;
    private final AnswerDrafts drafts;

    AnswerForms(Responses responses, AnswerDrafts drafts) {
        this.responses = responses;
        this.drafts = drafts;
    }

    /** The language that this person was asked in before; null for nobody yet. */
    @Nullable
    String language(Invited invited) {
        return drafts.find(invited)
                .map(AnswerDraft::language)
                .or(() -> responses.findByInvitation(invited).map(Response::language))
                .orElse(null);
    }

    /** @param pressed the number pressed in a mail; null when none was */
    AnswerForm fresh(Invited invited, AnswerPage page, @Nullable String pressed) {
        Optional<Response> sent = responses.findByInvitation(invited);
        Optional<AnswerDraft> begun = drafts.find(invited);
        Score score = begun.map(AnswerDraft::score)
                .or(() -> sent.map(Response::score))
                .orElse(null);
        Score number = pressed == null ? null : AnswerFields.score(pressed);
        Score shown = number == null ? score : number;
        String words = begun.map(AnswerDraft::words)
                .or(() -> sent.map(Response::verbatim))
                .orElse("");
        Map<String, List<String>> answers = begun.map(AnswerDraft::answers)
                .or(() -> sent.map(Response::answers))
                .orElse(Map.of());
        String note = begun.isPresent() ? "answer.begun" : sent.isPresent() ? "answer.edits" : null;
        String chosen = shown == null ? "" : String.valueOf(shown.value());
        return new AnswerForm(page, chosen, words, answers, possible(page), List.of(), false, note, null);
    }

    /** The same form once more, with what was typed and what to mend. */
    AnswerForm again(AnswerPage page, AnswerFields fields, Problem problem) {
        boolean second = fields.fields().containsKey("second");
        List<AskedQuestion> all = possible(page);
        return new AnswerForm(
                page,
                fields.one("score"),
                fields.one("why"),
                fields.answers(),
                second
                        ? all.stream()
                                .filter(one -> fields.asked().contains(one.id()))
                                .toList()
                        : all,
                List.of(),
                second,
                null,
                problem.message());
    }

    /** The answers that count and can be read, those among them that did not stand in this form. */
    Map<String, List<String>> readable(Invited invited, AnswerPage page, AnswerFields fields) {
        Score score = fields.scoreOrNull();
        Map<String, List<String>> known = known(invited, fields);
        var readable = new HashMap<String, List<String>>();
        for (Question question : page.asking().shown(score == null ? null : score.group(), known)) {
            try {
                List<String> values = page.asking().checked(question, known.getOrDefault(question.id(), List.of()));
                if (!values.isEmpty()) {
                    readable.put(question.id(), values);
                }
            } catch (Problem unreadable) {
                // The one that is said above the form.
            }
        }
        return readable;
    }

    /** What was answered to each question: sent before, begun since, changed in this form. */
    private Map<String, List<String>> known(Invited invited, AnswerFields fields) {
        var known = new HashMap<String, List<String>>(
                responses.findByInvitation(invited).map(Response::answers).orElse(Map.of()));
        drafts.find(invited).map(AnswerDraft::answers).ifPresent(known::putAll);
        known.keySet().removeAll(fields.asked());
        known.putAll(fields.answers());
        return known;
    }

    /** The questions that the answers call for and that did not stand in the form. */
    List<Question> open(AnswerPage page, AnswerFields fields) {
        Score score = fields.scoreOrNull();
        Group group = score == null ? null : score.group();
        Set<String> asked = fields.asked();
        return page.asking().shown(group, fields.answers()).stream()
                .filter(one -> !asked.contains(one.id()))
                .toList();
    }

    /** A second page with these questions; what was answered to them before is filled in. */
    AnswerForm second(Invited invited, AnswerPage page, AnswerFields fields, List<Question> open) {
        return new AnswerForm(
                page,
                fields.one("score"),
                fields.one("why"),
                known(invited, fields),
                open.stream().map(one -> AskedQuestion.of(page.asking(), one)).toList(),
                possible(page).stream()
                        .filter(one -> fields.asked().contains(one.id()))
                        .toList(),
                true,
                "answer.second",
                null);
    }

    static List<AskedQuestion> possible(AnswerPage page) {
        Asking asking = page.asking();
        return asking.possible().stream()
                .map(one -> AskedQuestion.of(asking, one))
                .toList();
    }
}
