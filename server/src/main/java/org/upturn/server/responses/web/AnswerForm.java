package org.upturn.server.responses.web;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Message;

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

    public boolean has(AskedQuestion question, String value) {
        return answered.getOrDefault(question.id(), List.of()).contains(value);
    }

    public List<String> values(AskedQuestion question) {
        return answered.getOrDefault(question.id(), List.of());
    }
}
