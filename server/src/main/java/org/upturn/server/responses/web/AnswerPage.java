package org.upturn.server.responses.web;

import java.util.List;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.Texts;
import org.upturn.server.surveys.questions.Asking;
import org.upturn.server.surveys.questions.Languages;

/**
 * What all pages behind a personal link have: who asks, in which language, in whose words.
 *
 * @param asker the organization that asks
 * @param nameless whether nobody knows who answers
 * @param path of the personal link; empty where the page is only looked at
 */
public record AnswerPage(Texts texts, String asker, String path, Asking asking, boolean nameless) {
    public String direction() {
        return Languages.direction(asking.language());
    }

    public String language() {
        return asking.language();
    }

    /** The languages to choose from; empty when there is one only. */
    public List<String> languages() {
        List<String> all = asking.questionnaire().languages();
        return all.size() > 1 ? all : List.of();
    }

    public String name(String language) {
        return Languages.name(language);
    }

    /** The team's own words, else ours. */
    public String low() {
        return own("low", "answer.low");
    }

    public String high() {
        return own("high", "answer.high");
    }

    public String privacy() {
        return own("privacy", nameless ? "answer.privacy.nameless" : "answer.privacy");
    }

    /** What happens next, and when (S3-16). */
    public String thanks(Group group) {
        return own("thanks." + group.word(), nameless ? "thanks.nameless" : "thanks." + group.word());
    }

    private String own(String key, String standard) {
        String own = asking.text(key);
        return own.isBlank() ? texts.text(standard, asker) : own;
    }
}
