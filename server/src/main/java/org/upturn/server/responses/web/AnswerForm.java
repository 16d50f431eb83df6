package org.upturn.server.responses.web;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Message;
import org.upturn.server.surveys.questions.Kind;

/**
 * What stands in the answer form.
 *
 * @param score the chosen number as text; empty when none is chosen
 * @param answered values by question
 * @param questions those beyond score and reason that may come up, or on a second page those that have
 * @param rest on a second page what was asked before it; empty on the first
 * @param note what to say above the form, by its key; null for nothing
 */
public record AnswerForm(
        AnswerPage page,
        String score,
        String words,
        Map<String, List<String>> answered,
        List<AskedQuestion> questions,
        List<AskedQuestion> rest,
        boolean second,
        @Nullable String note,
        @Nullable Message problem) {
    public List<String> scale() {
        return IntStream.rangeClosed(0, 10).mapToObj(String::valueOf).toList();
    }

    /** What was answered to a question of one value; empty when nothing was. */
    public String value(AskedQuestion question) {
        List<String> values = answered.getOrDefault(question.id(), List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** The same with these files, values by question. */
    AnswerForm with(Map<String, List<String>> files) {
        var all = new java.util.HashMap<>(answered);
        questions.stream().filter(one -> one.kind() == Kind.FILE).forEach(one -> all.remove(one.id()));
        all.putAll(files);
        return new AnswerForm(page, score, words, all, questions, rest, second, note, problem);
    }

    /** How the form is sent: in parts where there may be files. */
    public String encoding() {
        return questions.stream().anyMatch(one -> one.kind() == Kind.FILE)
                ? "multipart/form-data"
                : "application/x-www-form-urlencoded";
    }

    public boolean has(AskedQuestion question, String value) {
        return answered.getOrDefault(question.id(), List.of()).contains(value);
    }

    public List<String> values(AskedQuestion question) {
        return answered.getOrDefault(question.id(), List.of());
    }
}
