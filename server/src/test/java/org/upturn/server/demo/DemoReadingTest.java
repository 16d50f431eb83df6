package org.upturn.server.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upturn.server.demo.DemoStories.MISS_FEEDBACK;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.upturn.engine.Codebook;
import org.upturn.engine.Coding;
import org.upturn.engine.Reader;
import org.upturn.engine.Reading;
import org.upturn.engine.Verbatim;
import org.upturn.server.demo.DemoStories.Answer;

/** The stories as the engine reads them with the starter codebooks, nothing tuned for them. */
class DemoReadingTest {
    private static final String MISSING_FEEDBACK = "lack-of-instructor-feedback";

    private static Reader reader;

    private final DemoStories stories = DemoStories.read();

    @BeforeAll
    static void load() {
        reader = Reader.load();
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @Test
    void findsMissingFeedbackInExactlyFifteenOfTheEighteenDetractors() {
        assertThat(coded(stories.detractors("youth-arts", "Week 3"), MISSING_FEEDBACK))
                .isEqualTo(MISS_FEEDBACK);
    }

    @Test
    void findsMissingFeedbackInTheTwoDetractorsWhoStillNameItInWeekSeven() {
        assertThat(coded(stories.detractors("youth-arts", "Week 7"), MISSING_FEEDBACK))
                .containsExactlyInAnyOrder("A-014", "A-044");
    }

    @Test
    void findsWhatTheOtherDetractorsOfWeekThreeName() {
        List<Answer> detractors = stories.detractors("youth-arts", "Week 3");
        assertThat(coded(detractors, "transport")).containsExactly("A-035");
        assertThat(coded(detractors, "unclear-expectations")).contains("A-066");
    }

    @Test
    void takesEveAndMartaForSilentAndCleoNot() {
        Set<String> silent = stories.detractors("relationship", "Q4").stream()
                .filter(answer -> read("company", answer).silent())
                .map(Answer::contact)
                .collect(toSet());
        assertThat(silent).containsExactlyInAnyOrder("C-04805", "C-04822");
    }

    private static Set<String> coded(List<Answer> answers, String theme) {
        return answers.stream()
                .filter(answer -> read("program", answer).decided().stream()
                        .map(Coding::theme)
                        .anyMatch(theme::equals))
                .map(Answer::contact)
                .collect(toSet());
    }

    private static Reading read(String starter, Answer answer) {
        return reader.read(Codebook.starter(starter), Verbatim.of(answer.verbatim()));
    }
}
