package org.upturn.server.responses.web;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.Texts;
import org.upturn.server.surveys.questions.Asking;
import org.upturn.server.surveys.questions.Languages;

/**
 * What all pages behind a personal link have: who asks, in which language, in whose words.
 *
 * @param who asks, looked up when a page is shown: an answer that is taken shows none
 * @param nameless whether nobody knows who answers
 * @param path of the personal link; empty where the page is only looked at
 */
public record AnswerPage(Supplier<Asker> who, String path, Asking asking, boolean nameless) {
    /** The organization that asks, and our words in the language of the page. */
    record Asker(String name, Texts texts) {}

    public AnswerPage {
        who = SingletonSupplier.of(who);
    }

    public String asker() {
        return who.get().name();
    }

    public Texts texts() {
        return who.get().texts();
    }

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
        return own.isBlank() ? texts().text(standard, asker()) : own;
    }
}
