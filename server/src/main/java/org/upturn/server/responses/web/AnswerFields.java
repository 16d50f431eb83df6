package org.upturn.server.responses.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Score;

/** The fields of a sent answer form. */
record AnswerFields(MultiValueMap<String, String> fields) {
    private static final int MOST_VALUES = 40;

    String one(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    /** @throws Problem where none was chosen */
    Score score() {
        Score score = scoreOrNull();
        if (score == null) {
            throw Problem.invalid("score", "problem.answer.score");
        }
        return score;
    }

    @Nullable
    Score scoreOrNull() {
        return score(one("score"));
    }

    static @Nullable Score score(String text) {
        return text.length() <= 2 && text.matches("[0-9]{1,2}") && Integer.parseInt(text) <= 10
                ? new Score(Integer.parseInt(text))
                : null;
    }

    /** Values by question, as they were sent. */
    Map<String, List<String>> answers() {
        var answers = new HashMap<String, List<String>>();
        fields.forEach((name, values) -> {
            if (name.startsWith("q.")) {
                answers.put(
                        name.substring(2), values.stream().limit(MOST_VALUES).toList());
            }
        });
        return answers;
    }

    /** The questions that stood in the form. */
    Set<String> asked() {
        return Set.copyOf(fields.getOrDefault("asked", List.of()));
    }
}
