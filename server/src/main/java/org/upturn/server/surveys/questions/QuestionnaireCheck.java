package org.upturn.server.surveys.questions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Problem;

/** What keeps a questionnaire from being stored, or from being asked. */
public final class QuestionnaireCheck {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int MOST_OPTIONS = 30;
    private static final int MOST_LANGUAGES = 20;
    private static final int MOST_VARIANTS = 10;
    private static final int LONGEST_TEXT = 1_000;
    private static final int HIGHEST_TOP = 10;

    private QuestionnaireCheck() {}

    /** @throws Problem when it cannot even be kept as a draft */
    public static Questionnaire storable(Questionnaire told) {
        check(!told.languages().isEmpty() && told.languages().size() <= MOST_LANGUAGES, "languages", MOST_LANGUAGES);
        check(told.questions().size() <= Questionnaire.MOST_QUESTIONS, "questions", Questionnaire.MOST_QUESTIONS);
        check(told.variants().size() <= MOST_VARIANTS, "variants", MOST_VARIANTS);
        check(
                told.languages().stream()
                        .allMatch(one -> Languages.tag(one).filter(one::equals).isPresent()),
                "language");
        check(Set.copyOf(told.languages()).size() == told.languages().size(), "language");
        Set<String> ids = new HashSet<>();
        for (Question question : told.questions()) {
            check(isId(question.id()) && ids.add(question.id()), "id");
            check(question.options().size() <= MOST_OPTIONS, "options", MOST_OPTIONS);
            check(question.options().stream().allMatch(QuestionnaireCheck::isId), "id");
            check(Set.copyOf(question.options()).size() == question.options().size(), "id");
            check(question.top() == null || question.top() >= 2 && question.top() <= HIGHEST_TOP, "top", HIGHEST_TOP);
            check(question.shown().groups().stream().allMatch(QuestionnaireCheck::isGroup), "groups");
        }
        check(told.variants().stream().allMatch(one -> isId(one.id())), "id");
        check(
                told.texts().values().stream()
                        .flatMap(words -> words.values().stream())
                        .allMatch(words -> words.length() <= LONGEST_TEXT && words.indexOf('\0') < 0),
                "text",
                LONGEST_TEXT);
        return told.tidy();
    }

    /** What must be mended before it can be asked; empty when nothing. */
    public static List<Message> beforeAsking(Questionnaire told) {
        var missing = new ArrayList<Message>();
        require(missing, told, Questionnaire.SCORE, "problem.survey.missing.score");
        require(missing, told, Questionnaire.WHY, "problem.survey.missing.why");
        int number = Questionnaire.SWEET_SPOT;
        Set<String> earlier = new HashSet<>();
        for (Question question : told.questions()) {
            number++;
            if (told.written(told.base(), question.key()).isBlank()) {
                missing.add(new Message("problem.survey.missing.words", number));
            }
            if (question.kind().hasOptions() && written(told, question) < 2) {
                missing.add(new Message("problem.survey.missing.options", number));
            }
            if (!earlier.containsAll(question.shown().after().keySet())) {
                missing.add(new Message("problem.survey.missing.after", number));
            }
            earlier.add(question.id());
        }
        return missing;
    }

    private static long written(Questionnaire told, Question question) {
        return question.options().stream()
                .filter(one -> !told.written(told.base(), question.key(one)).isBlank())
                .count();
    }

    private static void require(List<Message> missing, Questionnaire told, String key, String message) {
        if (told.written(told.base(), key).isBlank()) {
            missing.add(new Message(message));
        }
    }

    private static boolean isId(@Nullable String id) {
        return id != null && ID.matcher(id).matches();
    }

    private static boolean isGroup(String word) {
        return java.util.Arrays.stream(Group.values())
                .anyMatch(one -> one.word().equals(word));
    }

    private static void check(boolean sound, String field, Object... values) {
        if (!sound) {
            throw Problem.invalid(field, "problem.survey." + field, values);
        }
    }
}
