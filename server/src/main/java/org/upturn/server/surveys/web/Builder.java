package org.upturn.server.surveys.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Texts;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Survey;
import org.upturn.server.surveys.SurveyComment;
import org.upturn.server.surveys.questions.Kind;
import org.upturn.server.surveys.questions.Languages;
import org.upturn.server.surveys.questions.Question;
import org.upturn.server.surveys.questions.Questionnaire;
import org.upturn.server.surveys.questions.QuestionnaireCheck;
import org.upturn.server.workspaces.MemberId;

/**
 * The survey as it is being written, for its page.
 *
 * @param asked the version that is asked now
 * @param told what stands in the form
 * @param standard our standard wording, by language
 * @param problem what to mend; null for nothing
 */
public record Builder(
        Program program,
        Survey asked,
        Questionnaire told,
        int revision,
        List<SurveyComment> comments,
        Map<MemberId, String> names,
        Map<String, Texts> standard,
        @Nullable Message problem) {
    /** Languages that are offered by name; any other can be typed by its tag. */
    public static final List<String> OFTEN = List.of(
            "ar", "bn", "da", "de", "en", "es", "fa", "fi", "fr", "he", "hi", "it", "ja", "ko", "nl", "no", "pl", "pt",
            "ru", "so", "sv", "tr", "uk", "ur", "vi", "zh");

    /** An earlier answer that a question can depend on. */
    public record Earlier(String value, String words, boolean chosen) {}

    public String path() {
        return "/programs/" + program.id().value() + "/survey";
    }

    public String base() {
        return told.base();
    }

    public List<String> translations() {
        return told.languages().subList(1, told.languages().size());
    }

    public String name(String language) {
        return Languages.name(language);
    }

    public String direction(String language) {
        return Languages.direction(language);
    }

    public String written(String key) {
        return told.written(base(), key);
    }

    /** What is shown while nothing is written; empty where that is nothing. */
    public String standard(String language, String key) {
        Texts texts = standard.get(language);
        if (texts == null || !Questionnaire.STANDARD.contains(key)) {
            return "";
        }
        return texts.text(key.startsWith("thanks.") ? key : "answer." + key, "…");
    }

    /** Each question beyond the first two costs answers (S3-20). */
    public boolean isLong() {
        return told.size() > Questionnaire.SWEET_SPOT;
    }

    public boolean isFull() {
        return told.questions().size() >= Questionnaire.MOST_QUESTIONS;
    }

    public boolean isBegun() {
        return revision > 0;
    }

    public List<Message> missing() {
        return QuestionnaireCheck.beforeAsking(told);
    }

    public int number(Question question) {
        return Questionnaire.SWEET_SPOT + 1 + told.questions().indexOf(question);
    }

    public Kind[] kinds() {
        return Kind.values();
    }

    /** Answers to questions before this one that it can depend on. */
    public List<Earlier> earlier(Question question) {
        var earlier = new ArrayList<Earlier>();
        for (Question before : told.questions()) {
            if (before.id().equals(question.id())) {
                break;
            }
            for (String value : before.kind().isCounted() ? before.values() : List.<String>of()) {
                String words = before.kind() == Kind.SCALE ? value : written(before.key(value));
                boolean chosen = question.shown()
                        .after()
                        .getOrDefault(before.id(), List.of())
                        .contains(value);
                if (!words.isBlank()) {
                    earlier.add(new Earlier(before.id() + "=" + value, number(before) + ": " + words, chosen));
                }
            }
        }
        return earlier;
    }

    /** What a text is, for its label: a key in the messages. */
    public String label(String key) {
        if (key.startsWith("q.")) {
            return key.contains(".o.")
                    ? "survey.option"
                    : key.split("\\.").length > 2 ? "survey.scale.end" : "survey.question";
        }
        return key.startsWith("v.") ? "survey.variant" : "survey.text." + key;
    }

    public List<SurveyComment> open() {
        return comments.stream().filter(SurveyComment::isOpen).toList();
    }

    public List<SurveyComment> resolved() {
        return comments.stream().filter(one -> !one.isOpen()).toList();
    }

    public long openAbout(String key) {
        return open().stream().filter(one -> one.about().equals(key)).count();
    }

    public String name(MemberId member) {
        return names.getOrDefault(member, "");
    }

    /** The words that a comment is about; empty for the whole. */
    public String about(SurveyComment comment) {
        return written(comment.about());
    }
}
