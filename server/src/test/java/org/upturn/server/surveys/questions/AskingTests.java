package org.upturn.server.surveys.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upturn.server.kernel.Group;

class AskingTests {
    private static final Questionnaire SURVEY = new Questionnaire(
            List.of("en", "ar"),
            List.of(
                    question("course", Kind.ONE, List.of("art", "music"), Condition.ALWAYS),
                    question("teacher", Kind.TEXT, null, after("course", "music")),
                    question("call", Kind.ONE, List.of("yes", "no"), groups("detractor")),
                    question("when", Kind.DATE, null, after("call", "yes")),
                    question("south", Kind.NUMBER, null, new Condition(null, null, "Site", "south", null)),
                    question("local", Kind.SCALE, null, new Condition(null, null, null, null, List.of("ar")))),
            List.of(new Variant("old", "role", "alumni")),
            Map.of(
                    "en",
                    Map.of(
                            "product", "the school",
                            "score", "How likely are you to recommend {product}?",
                            "why", "Why?",
                            "v.old.score", "Looking back, would you recommend {product}?"),
                    "ar",
                    Map.of("product", "المدرسة")));

    @Test
    void aQuestionIsShownByGroupAndByEarlierAnswers() {
        assertThat(shown("en", Map.of(), Group.PROMOTER, Map.of())).containsExactly("course");
        assertThat(shown("en", Map.of(), Group.DETRACTOR, Map.of("course", List.of("music"))))
                .containsExactly("course", "teacher", "call");
        assertThat(shown("en", Map.of(), Group.DETRACTOR, Map.of("call", List.of("yes"))))
                .containsExactly("course", "call", "when");
    }

    @Test
    void whatDependsOnAQuestionThatIsNotAskedIsNotAskedEither() {
        assertThat(shown("en", Map.of(), Group.PROMOTER, Map.of("call", List.of("yes"))))
                .containsExactly("course");
    }

    @Test
    void aQuestionIsShownBySegmentAndByLanguage() {
        assertThat(shown("en", Map.of("site", "South "), Group.PASSIVE, Map.of()))
                .containsExactly("course", "south");
        assertThat(shown("ar", Map.of("site", "North"), Group.PASSIVE, Map.of()))
                .containsExactly("course", "local");
    }

    @Test
    void wordsComeInTheLanguageAndElseInTheOneItIsWrittenIn() {
        assertThat(asking("ar", Map.of()).scoreQuestion()).isEqualTo("How likely are you to recommend المدرسة?");
        assertThat(asking("en", Map.of("role", "Alumni")).scoreQuestion())
                .isEqualTo("Looking back, would you recommend the school?");
        assertThat(asking("en", Map.of("role", "Alumni")).whyQuestion()).isEqualTo("Why?");
        assertThat(SURVEY.missing("ar")).contains("score", "why").doesNotContain("product", "q.course");
    }

    @Test
    void aQuestionInThePersonsLanguageGoesBeforeASegmentsWordingThatIsNotTranslated() {
        var half = new Questionnaire(
                List.of("en", "ar"),
                List.of(),
                List.of(new Variant("old", "role", "alumni")),
                Map.of(
                        "en",
                                Map.of(
                                        "score",
                                        "How likely?",
                                        "why",
                                        "Why?",
                                        "v.old.score",
                                        "Looking back?",
                                        "v.old.why",
                                        "Why so?"),
                        "ar", Map.of("score", "ما مدى احتمال؟", "v.old.why", "لماذا إذن؟")));
        var alumni = new Asking(half, "ar", Map.of("role", "alumni"));

        assertThat(alumni.scoreQuestion()).isEqualTo("ما مدى احتمال؟");
        assertThat(alumni.whyQuestion())
                .as("the segment's own, where it is translated")
                .isEqualTo("لماذا إذن؟");
        assertThat(new Asking(half, "en", Map.of("role", "alumni")).scoreQuestion())
                .isEqualTo("Looking back?");
    }

    @Test
    void onlyAnswersThatWereCalledForCount() {
        var sent = Map.of(
                "course", List.of("art", "music", "law"),
                "teacher", List.of("Unasked."),
                "south", List.of(" 2,50 "),
                "local", List.of("9"));

        assertThat(asking("en", Map.of("Site", "South")).checked(Group.PASSIVE, sent))
                .isEqualTo(Map.of("course", List.of("art"), "south", List.of("2.5")));
    }

    @Test
    void anAnswerThatCannotBeReadIsSaid() {
        assertThatThrownBy(() -> asking("en", Map.of("site", "south"))
                        .checked(Group.PASSIVE, Map.of("south", List.of("1e999999"))))
                .hasMessageContaining("number");
    }

    @ParameterizedTest
    @CsvSource({"'ar-EG,en;q=0.8', ar", "'fr, en-GB;q=0.5', en", "'*;q=', ", "'de', ", "'', ", "en_US, en"})
    void theBrowsersLanguagesAreHeard(String accepted, String expected) {
        assertThat(Languages.best(List.of("en", "ar"), accepted).orElse(null)).isEqualTo(expected);
    }

    @Test
    void arabicAndHebrewRunFromRightToLeft() {
        assertThat(List.of("ar", "he", "fa-IR", "en", "de"))
                .extracting(Languages::direction)
                .containsExactly("rtl", "rtl", "rtl", "ltr", "ltr");
    }

    private static List<String> shown(
            String language, Map<String, String> segments, Group group, Map<String, List<String>> answers) {
        return asking(language, segments).shown(group, answers).stream()
                .map(Question::id)
                .toList();
    }

    private static Asking asking(String language, Map<String, String> segments) {
        return new Asking(SURVEY, language, segments);
    }

    private static Question question(String id, Kind kind, List<String> options, Condition shown) {
        return new Question(id, kind, options, null, shown);
    }

    private static Condition after(String question, String answer) {
        return new Condition(null, Map.of(question, List.of(answer)), null, null, null);
    }

    private static Condition groups(String group) {
        return new Condition(List.of(group), null, null, null, null);
    }
}
