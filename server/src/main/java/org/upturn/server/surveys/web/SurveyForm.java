package org.upturn.server.surveys.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.upturn.server.surveys.questions.Condition;
import org.upturn.server.surveys.questions.Kind;
import org.upturn.server.surveys.questions.Question;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.surveys.questions.Variant;

/** The builder's form: the whole draft in one, so that no button loses what was typed elsewhere. */
record SurveyForm(MultiValueMap<String, String> fields) {
    private static final String TEXT = "t.";

    String one(String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** Which draft it was made from; null when that cannot be told. */
    @Nullable
    Integer revision() {
        String told = one("revision");
        return told.matches("\\d{1,9}") ? Integer.valueOf(told) : null;
    }

    Questionnaire questionnaire() {
        return new Questionnaire(
                all("language"),
                all("question").stream().map(this::question).toList(),
                all("variant").stream()
                        .map(id -> new Variant(
                                id,
                                one("segment." + id).strip(),
                                one("value." + id).strip()))
                        .toList(),
                texts());
    }

    private Question question(String id) {
        String top = one("top." + id);
        return new Question(
                id,
                Kind.of(one("kind." + id)),
                all("option." + id),
                top.matches("\\d{1,2}") ? Integer.valueOf(top) : null,
                new Condition(
                        all("groups." + id),
                        after(id),
                        one("attribute." + id),
                        one("is." + id),
                        all("languages." + id)));
    }

    private Map<String, List<String>> after(String id) {
        var after = new TreeMap<String, List<String>>();
        for (String told : all("after." + id)) {
            int equals = told.indexOf('=');
            if (equals > 0) {
                after.computeIfAbsent(told.substring(0, equals), key -> new ArrayList<>())
                        .add(told.substring(equals + 1));
            }
        }
        return after;
    }

    private Map<String, Map<String, String>> texts() {
        var texts = new HashMap<String, Map<String, String>>();
        fields.forEach((name, values) -> {
            int dot = name.indexOf('.', TEXT.length());
            if (name.startsWith(TEXT) && dot > 0) {
                texts.computeIfAbsent(name.substring(TEXT.length(), dot), key -> new HashMap<>())
                        .put(name.substring(dot + 1), values.getFirst().strip());
            }
        });
        return texts;
    }
}
