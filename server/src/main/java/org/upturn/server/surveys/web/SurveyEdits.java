package org.upturn.server.surveys.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.questions.Condition;
import org.upturn.server.surveys.questions.Kind;
import org.upturn.server.surveys.questions.Languages;
import org.upturn.server.surveys.questions.Question;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.surveys.questions.Variant;

/** What the buttons of the builder do to a questionnaire. */
final class SurveyEdits {
    private static final int FIRST_OPTIONS = 2;

    private SurveyEdits() {}

    /** @param what the button: a word, and where it is about something its id behind a colon */
    static Questionnaire apply(Questionnaire before, String what, SurveyForm form) {
        String[] parts = what.split(":", 3);
        String id = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "add" -> add(before, Kind.of(form.one("newKind")));
            case "remove" ->
                questions(before, list -> list.removeIf(one -> one.id().equals(id)));
            case "up" -> questions(before, list -> move(list, id, -1));
            case "down" -> questions(before, list -> move(list, id, 1));
            case "option" -> options(before, id, list -> list.add(newId()));
            case "drop" -> options(before, id, list -> list.remove(parts.length > 2 ? parts[2] : ""));
            case "variant" -> variants(before, list -> list.add(new Variant(newId(), "", "")));
            case "unvariant" ->
                variants(before, list -> list.removeIf(one -> one.id().equals(id)));
            case "language" -> language(before, form.one("newLanguage"));
            case "unlanguage" -> languages(before, list -> list.size() > 1 && list.remove(id));
            default -> before;
        };
    }

    /** Eight random digits and letters: the same in every version from now on. */
    private static String newId() {
        UUID id = Ids.next();
        return Long.toString(id.getLeastSignificantBits() & 0xffffffffffL | 0x10000000000L, 36);
    }

    private static Questionnaire add(Questionnaire before, Kind kind) {
        List<String> options = new ArrayList<>();
        for (int i = 0; kind.hasOptions() && i < FIRST_OPTIONS; i++) {
            options.add(newId());
        }
        return questions(before, list -> list.add(new Question(newId(), kind, options, null, Condition.ALWAYS)));
    }

    private static void move(List<Question> list, String id, int by) {
        for (int at = 0; at < list.size(); at++) {
            int to = at + by;
            if (list.get(at).id().equals(id) && to >= 0 && to < list.size()) {
                Collections.swap(list, at, to);
                return;
            }
        }
    }

    private static Questionnaire questions(Questionnaire before, java.util.function.Consumer<List<Question>> edit) {
        var list = new ArrayList<>(before.questions());
        edit.accept(list);
        return new Questionnaire(before.languages(), sound(list), before.variants(), before.texts());
    }

    /** Without conditions on questions that are gone or come later. */
    private static List<Question> sound(List<Question> list) {
        var sound = new ArrayList<Question>();
        for (Question question : list) {
            Condition shown = question.shown();
            Map<String, List<String>> after = new HashMap<>(shown.after());
            after.keySet().retainAll(sound.stream().map(Question::id).toList());
            sound.add(question.with(
                    new Condition(shown.groups(), after, shown.attribute(), shown.value(), shown.languages())));
        }
        return sound;
    }

    private static Questionnaire options(
            Questionnaire before, String id, java.util.function.Consumer<List<String>> edit) {
        UnaryOperator<Question> change = question -> {
            var list = new ArrayList<>(question.options());
            edit.accept(list);
            return question.with(list);
        };
        return questions(before, list -> list.replaceAll(one -> one.id().equals(id) ? change.apply(one) : one));
    }

    private static Questionnaire variants(Questionnaire before, java.util.function.Consumer<List<Variant>> edit) {
        var list = new ArrayList<>(before.variants());
        edit.accept(list);
        return new Questionnaire(before.languages(), before.questions(), list, before.texts());
    }

    private static Questionnaire language(Questionnaire before, String told) {
        String tag = Languages.tag(told).orElseThrow(() -> Problem.invalid("newLanguage", "problem.survey.language"));
        return languages(before, list -> !list.contains(tag) && list.add(tag));
    }

    private static Questionnaire languages(Questionnaire before, java.util.function.Predicate<List<String>> edit) {
        var list = new ArrayList<>(before.languages());
        edit.test(list);
        return new Questionnaire(list, before.questions(), before.variants(), before.texts());
    }
}
