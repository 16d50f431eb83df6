package org.upturn.server.channels.web;

import java.util.List;
import org.upturn.server.channels.Collector;
import org.upturn.server.kernel.Texts;
import org.upturn.server.surveys.questions.Asking;
import org.upturn.server.surveys.questions.Languages;

/**
 * What the pages have that anybody may open.
 *
 * @param asker the organization that asks
 */
public record PublicPage(Collector collector, Texts texts, String asker, Asking asking) {
    public String text(String key) {
        return texts.text(key, asker);
    }

    /** Of its public link. */
    public String path() {
        return collector.path();
    }

    public String language() {
        return asking.language();
    }

    public String direction() {
        return Languages.direction(asking.language());
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
    public String own(String key, String standard) {
        String own = asking.text(key);
        return own.isBlank() ? text(standard) : own;
    }

    public String title() {
        String own = collector.settings().title();
        return own.isBlank() ? text("open.title") : own;
    }
}
