package org.upturn.server.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.Score;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.SurveyDrafts;
import org.upturn.server.surveys.questions.Condition;
import org.upturn.server.surveys.questions.Kind;
import org.upturn.server.surveys.questions.Question;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.workspaces.Member;

/** What the youth program asks beyond score and reason: everybody a scale, and whoever is no promoter what to change first. */
@Component
class DemoSurvey {
    static final String PROGRAM = "youth-arts";

    private static final String SESSIONS = "sessions";
    private static final String FIRST = "first";
    private static final List<Question> QUESTIONS = List.of(
            new Question(SESSIONS, Kind.SCALE, null, Question.USUAL_TOP, Condition.ALWAYS),
            new Question(
                    FIRST,
                    Kind.ONE,
                    List.of("feedback", "schedule", "place", "other"),
                    null,
                    new Condition(List.of("detractor", "passive"), null, null, null, null)));
    private static final Map<String, String> WORDS = Map.of(
            "product", "the residency",
            "q.sessions", "How satisfied are you with your sessions so far?",
            "q.sessions.low", "not at all",
            "q.sessions.high", "very",
            "q.first", "What should we change first?",
            "q.first.o.feedback", "What I hear about my work",
            "q.first.o.schedule", "Days and times",
            "q.first.o.place", "Rooms and material",
            "q.first.o.other", "Something else");
    private static final Map<String, Pattern> SAID = Map.of(
            "feedback", Pattern.compile("instructor|feedback|teacher|comment", Pattern.CASE_INSENSITIVE),
            "schedule", Pattern.compile("schedul|late|time|bus|week|hour", Pattern.CASE_INSENSITIVE),
            "place", Pattern.compile("room|studio|paint|kiln|guitar|clay|broken", Pattern.CASE_INSENSITIVE));

    private final SurveyDrafts drafts;

    DemoSurvey(SurveyDrafts drafts) {
        this.drafts = drafts;
    }

    void write(Member by, Program program) {
        Questionnaire standard = drafts.find(by.workspace(), program.id()).questionnaire();
        var words = new HashMap<>(standard.texts().get(standard.base()));
        words.putAll(WORDS);
        var told =
                new Questionnaire(standard.languages(), QUESTIONS, standard.variants(), Map.of(standard.base(), words));
        drafts.save(by, program.id(), told, null);
        drafts.publish(by, program.id(), "Sessions, and what to change first", false);
    }

    /** What somebody with that score and those words chose; of those with words one in four or so leaves it out. */
    Map<String, List<String>> answers(String program, Score score, String words) {
        if (!program.equals(PROGRAM) || !words.isEmpty() && words.length() % 4 == 0) {
            return Map.of();
        }
        var answers = new HashMap<>(Map.of(SESSIONS, List.of(String.valueOf(Math.max(1, (score.value() + 1) / 2)))));
        if (score.group() != Group.PROMOTER && !words.isEmpty()) {
            answers.put(FIRST, List.of(first(words)));
        }
        return answers;
    }

    private static String first(String words) {
        return QUESTIONS.getLast().options().stream()
                .filter(option -> SAID.containsKey(option)
                        && SAID.get(option).matcher(words).find())
                .findFirst()
                .orElse("other");
    }
}
