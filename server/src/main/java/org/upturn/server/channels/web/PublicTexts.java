package org.upturn.server.channels.web;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.upturn.server.channels.Collector;
import org.upturn.server.channels.Collectors;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.Texts;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.questions.Asking;
import org.upturn.server.surveys.questions.Languages;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.Workspace;
import org.upturn.server.workspaces.Workspaces;

/** What those read who come without a link of their own, in the languages of the survey. */
@Component
class PublicTexts {
    private final Collectors collectors;
    private final Surveys surveys;
    private final Workspaces workspaces;
    private final MessageSource messages;
    private final Clock clock;

    PublicTexts(Collectors collectors, Surveys surveys, Workspaces workspaces, MessageSource messages, Clock clock) {
        this.collectors = collectors;
        this.surveys = surveys;
        this.workspaces = workspaces;
        this.messages = messages;
        this.clock = clock;
    }

    /** What is asked now. @throws org.upturn.server.kernel.Problem while no wave is open */
    Questionnaire asked(Collector by) {
        return surveys.survey(
                        by.workspace(), collectors.wave(by, clock.instant()).survey())
                .questionnaire();
    }

    /** The same, or what would be asked next while no wave is open. */
    Questionnaire askedOrNext(Collector by) {
        try {
            return asked(by);
        } catch (org.upturn.server.kernel.Problem closed) {
            return surveys.latestSurvey(by.workspace(), by.program()).questionnaire();
        }
    }

    /** @param wanted languages by preference, as tags or as a browser tells them */
    PublicPage page(Collector by, Questionnaire asked, @Nullable String... wanted) {
        String language = Stream.of(wanted)
                .map(one -> Languages.best(asked.languages(), one))
                .flatMap(java.util.Optional::stream)
                .findFirst()
                .orElse(asked.base());
        Workspace workspace = workspaces.find(by.workspace());
        var asking = new Asking(asked, language, Map.of());
        return new PublicPage(by, texts(Locale.forLanguageTag(language)), workspace.name(), asking);
    }

    /** For a link that leads nowhere. */
    Texts nobody(@Nullable String accepted) {
        return texts(Languages.spoken(accepted));
    }

    /** By language what a script shows. */
    Map<String, Map<String, String>> forScript(Collector by, Questionnaire asked) {
        var all = new LinkedHashMap<String, Map<String, String>>();
        asked.languages().forEach(language -> all.put(language, forScript(page(by, asked, language))));
        return all;
    }

    private static Map<String, String> forScript(PublicPage page) {
        var words = new LinkedHashMap<String, String>();
        words.put("dir", page.direction());
        words.put("score", page.asking().scoreQuestion());
        words.put("why", page.asking().whyQuestion());
        words.put("low", page.own("low", "answer.low"));
        words.put("high", page.own("high", "answer.high"));
        words.put("privacy", page.own("privacy", "answer.privacy.short"));
        // Nobody can call back whom nobody knows.
        boolean named = page.collector().settings().people().equals("signed");
        for (Group group : Group.values()) {
            words.put(
                    "thanks." + group.word(),
                    page.own("thanks." + group.word(), named ? "thanks." + group.word() : "thanks.nameless"));
        }
        words.put("thanked", page.text("thanks.title"));
        for (String word : List.of("title", "send", "close", "more", "failed")) {
            words.put(word, page.text("widget." + word));
        }
        return words;
    }

    private Texts texts(Locale locale) {
        return new Texts(messages, locale, ZoneOffset.UTC, clock);
    }
}
