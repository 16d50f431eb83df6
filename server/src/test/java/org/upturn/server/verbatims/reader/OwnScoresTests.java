package org.upturn.server.verbatims.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.engine.ProgramScores;
import org.upturn.engine.Verbatim;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.surveys.Wave;
import org.upturn.server.verbatims.Readings;

/** What words score is learned from the program's own answers. */
@UpturnTest
class OwnScoresTests {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int ANSWERS = 60;

    @Autowired
    Doors doors;

    @Autowired
    OwnScores scores;

    @Autowired
    LoadedReader reader;

    @Autowired
    Readings readings;

    private Acme acme;
    private Wave wave;

    @BeforeEach
    void begin() {
        acme = doors.acme();
        wave = acme.wave("Q1");
    }

    @Test
    void aProgramWhosePeopleScoreLowWithKindWordsLearnsThatFromItsAnswers() {
        assertThat(now()).isSameAs(ProgramScores.USUAL);

        IntStream.range(0, ANSWERS)
                .forEach(number -> acme.answer(
                        wave,
                        acme.contact("P" + number),
                        number % 2 == 0 ? 6 : 5,
                        "The staff are kind and helpful, workshop number " + number + " was lovely."));
        await().atMost(LONGEST).until(() -> readings.waiting(acme.workspace()).isOver());

        await().atMost(LONGEST).until(() -> now() != ProgramScores.USUAL);
        ProgramScores learned = now();
        assertThat(median(learned)).isLessThan(median(ProgramScores.USUAL));
    }

    private double median(ProgramScores program) {
        Verbatim kind = Verbatim.of("The staff are kind and helpful, the last workshop was lovely.");
        return reader.with(engine -> engine.scores(program, kind)).median();
    }

    private ProgramScores now() {
        return scores.of(acme.workspace(), acme.program.id());
    }
}
