package org.upturn.server.responses.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.upturn.server.surveys.questions.Asking;
import org.upturn.server.surveys.questions.Kind;
import org.upturn.server.surveys.questions.Question;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question beyond score and reason in the words of one language.
 *
 * @param low what the lowest number of a scale means; empty when that is not said
 */
public record AskedQuestion(Question question, String words, List<Choice> choices, String low, String high) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One value to choose, with its words. */
    public record Choice(String value, String words) {}

    public static AskedQuestion of(Asking asking, Question question) {
        List<Choice> choices = question.values().stream()
                .map(one -> new Choice(one, question.kind() == Kind.SCALE ? one : asking.text(question.key(one))))
                .filter(one -> !one.words().isBlank())
                .toList();
        return new AskedQuestion(
                question,
                asking.text(question.key()),
                choices,
                asking.text(question.key() + ".low"),
                asking.text(question.key() + ".high"));
    }

    public String id() {
        return question.id();
    }

    /** The name of its field. */
    public String field() {
        return "q." + question.id();
    }

    public Kind kind() {
        return question.kind();
    }

    /** The groups it is for, for the script that shows it on the spot; empty for all. */
    public String groups() {
        return String.join(" ", question.shown().groups());
    }

    /** The answers it depends on, for the same script; empty for none. */
    public String after() {
        Map<String, List<String>> after = question.shown().after();
        return after.isEmpty() ? "" : JSON.writeValueAsString(after);
    }

    /** What these values say. */
    public String said(List<String> values) {
        Map<String, String> words = choices.stream().collect(Collectors.toMap(Choice::value, Choice::words));
        return values.stream().map(one -> words.getOrDefault(one, one)).collect(Collectors.joining(", "));
    }
}
