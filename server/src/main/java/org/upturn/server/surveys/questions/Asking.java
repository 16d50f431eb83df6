package org.upturn.server.surveys.questions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Group;

/**
 * A questionnaire as one person is asked it.
 *
 * @param language one of its languages
 * @param segments the person's attributes
 */
public record Asking(Questionnaire questionnaire, String language, Map<String, String> segments) {
    public String text(String key) {
        return questionnaire.text(language, key);
    }

    public String scoreQuestion() {
        return worded(Questionnaire.SCORE);
    }

    public String whyQuestion() {
        return worded(Questionnaire.WHY);
    }

    /** The person's language goes before their segment's wording: better the usual question than one they cannot read. */
    private String worded(String key) {
        List<String> keys = Stream.concat(
                        questionnaire.variants().stream()
                                .filter(one -> one.isFor(segments))
                                .map(one -> one.key(key)),
                        Stream.of(key))
                .toList();
        return Stream.of(language, questionnaire.base())
                .flatMap(in -> keys.stream()
                        .filter(one -> !questionnaire.written(in, one).isBlank()))
                .findFirst()
                .map(this::text)
                .orElse("");
    }

    /** The questions that this person may come to, whatever they answer. */
    public List<Question> possible() {
        return questionnaire.questions().stream()
                .filter(one -> one.shown().mayHold(language, segments))
                .toList();
    }

    /** The questions that the answers so far call for. */
    public List<Question> shown(@Nullable Group group, Map<String, List<String>> answers) {
        var shown = new ArrayList<Question>();
        var counted = new LinkedHashMap<String, List<String>>();
        for (Question question : possible()) {
            if (question.shown().holds(group, counted)) {
                shown.add(question);
                List<String> given = answers.getOrDefault(question.id(), List.of());
                counted.put(question.id(), question.kind().isCounted() ? AnswerValues.of(question, "", given) : given);
            }
        }
        return shown;
    }

    /**
     * What counts of the answers sent: those to questions that were called for, as they are stored.
     *
     * @throws org.upturn.server.kernel.Problem where one cannot be read
     */
    public Map<String, List<String>> checked(@Nullable Group group, Map<String, List<String>> answers) {
        var checked = new LinkedHashMap<String, List<String>>();
        for (Question question : shown(group, answers)) {
            List<String> values =
                    AnswerValues.of(question, text(question.key()), answers.getOrDefault(question.id(), List.of()));
            if (!values.isEmpty()) {
                checked.put(question.id(), values);
            }
        }
        return checked;
    }

    /**
     * What counts of the answer to one question, asked by itself.
     *
     * @throws org.upturn.server.kernel.Problem where it cannot be read
     */
    public List<String> checked(Question question, List<String> values) {
        return AnswerValues.of(question, text(question.key()), values);
    }
}
