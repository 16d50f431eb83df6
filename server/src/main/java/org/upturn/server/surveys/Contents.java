package org.upturn.server.surveys;

import org.upturn.server.surveys.questions.Questionnaire;
import tools.jackson.databind.json.JsonMapper;

/** Questionnaires as they are stored. */
final class Contents {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Contents() {}

    static String json(Questionnaire questionnaire) {
        return JSON.writeValueAsString(questionnaire);
    }

    static Questionnaire of(String json) {
        return JSON.readValue(json, Questionnaire.class);
    }
}
