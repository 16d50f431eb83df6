package org.upturn.server.surveys.questions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything a survey asks: score, reason, up to ten questions more, and their words.
 *
 * @param languages tags of the languages, the first the one it is written in
 * @param texts the words of each language by key: {@code score}, {@code why}, {@code q.ID}, {@code q.ID.o.OPTION},
 *     {@code thanks.detractor}, …; {@code {product}} in them stands for the text {@code product}
 */
public record Questionnaire(
        List<String> languages,
        List<Question> questions,
        List<Variant> variants,
        Map<String, Map<String, String>> texts) {
    /** The most questions beyond score and reason. */
    public static final int MOST_QUESTIONS = 10;

    /** Score and reason are the sweet spot; each question beyond them costs answers (S3-20). */
    public static final int SWEET_SPOT = 2;

    public static final String PRODUCT = "product";
    public static final String SCORE = "score";
    public static final String WHY = "why";

    /** Texts of the page that have a standard wording of ours while they are empty. */
    public static final List<String> STANDARD =
            List.of("low", "high", "thanks.detractor", "thanks.passive", "thanks.promoter", "privacy");

    public Questionnaire {
        languages = languages == null ? List.of() : List.copyOf(languages);
        questions = questions == null ? List.of() : List.copyOf(questions);
        variants = variants == null ? List.of() : List.copyOf(variants);
        var copy = new TreeMap<String, Map<String, String>>();
        if (texts != null) {
            texts.forEach((language, words) -> {
                var known = new TreeMap<>(words);
                known.values().removeIf(Objects::isNull);
                copy.put(language, Collections.unmodifiableMap(known));
            });
        }
        texts = Collections.unmodifiableMap(copy);
    }

    /** The wording of S2-01 and S1-10, in English. */
    public static Questionnaire standard(String score, String why) {
        var words = Map.of(PRODUCT, "us", SCORE, score, WHY, why);
        return new Questionnaire(List.of("en"), List.of(), List.of(), Map.of("en", words));
    }

    /** The language it is written in. */
    public String base() {
        return languages.getFirst();
    }

    /** What was written under this key in this language; empty when nothing was. */
    public String written(String language, String key) {
        return texts.getOrDefault(language, Map.of()).getOrDefault(key, "");
    }

    /** The words to show: of this language, else of the base language; empty when there are none. */
    public String text(String language, String key) {
        String own = written(language, key);
        String words = own.isBlank() ? written(base(), key) : own;
        return key.equals(PRODUCT) ? words : words.replace("{product}", text(language, PRODUCT));
    }

    public Optional<Question> question(String id) {
        return questions.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** How many questions a person may be asked at the most. */
    public int size() {
        return SWEET_SPOT + questions.size();
    }

    /** Every key that has words of the team, in the order of the page. */
    public List<String> keys() {
        var keys = new ArrayList<>(List.of(PRODUCT, SCORE, WHY));
        variants.forEach(one -> keys.addAll(List.of(one.key(SCORE), one.key(WHY))));
        for (Question question : questions) {
            keys.add(question.key());
            if (question.kind() == Kind.SCALE) {
                keys.addAll(List.of(question.key() + ".low", question.key() + ".high"));
            }
            question.options().forEach(option -> keys.add(question.key(option)));
        }
        keys.addAll(STANDARD);
        return keys;
    }

    /** Keys with words in the base language and none in this one. */
    public List<String> missing(String language) {
        return keys().stream()
                .filter(key -> !written(base(), key).isBlank()
                        && written(language, key).isBlank())
                .toList();
    }

    /** The same without words that belong to nothing any more. */
    public Questionnaire tidy() {
        var known = keys();
        var kept = new LinkedHashMap<String, Map<String, String>>();
        for (String language : languages) {
            var words = new TreeMap<>(texts.getOrDefault(language, Map.of()));
            words.keySet().retainAll(known);
            words.values().removeIf(String::isBlank);
            kept.put(language, words);
        }
        return new Questionnaire(languages, questions, variants, kept);
    }
}
