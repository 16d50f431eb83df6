package org.upturn.server.verbatims.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.upturn.engine.Learned;
import org.upturn.engine.Meaning;
import org.upturn.engine.ProgramScores;
import org.upturn.engine.Verbatim;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.verbatims.ReadVerbatim;
import org.upturn.server.verbatims.ReadingRepository;
import org.upturn.server.verbatims.TeamCodebook;

/**
 * Reads an answer with all that is known of it: the question it was given to, its score, how its program scores,
 * and what people taught.
 */
@Component
public class AnswerReader {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerReader.class);

    private final LoadedReader reader;
    private final Lessons lessons;
    private final OwnScores ownScores;
    private final AskedVerbatims asked;
    private final ReadingRepository readings;

    AnswerReader(
            LoadedReader reader,
            Lessons lessons,
            OwnScores ownScores,
            AskedVerbatims asked,
            ReadingRepository readings) {
        this.reader = reader;
        this.lessons = lessons;
        this.ownScores = ownScores;
        this.asked = asked;
        this.readings = readings;
    }

    public ReadVerbatim read(WorkspaceId workspace, TeamCodebook codebook, Response answer) {
        return read(workspace, codebook, answer, null);
    }

    /**
     * Reads answers that were read before, many times sooner: the model is asked only when its work was not stored. What
     * arrives goes first.
     *
     * @return without those that cannot be read
     */
    public List<ReadVerbatim> readAgain(WorkspaceId workspace, TeamCodebook codebook, List<Response> answers)
            throws InterruptedException {
        Map<ResponseId, byte[]> meanings = readings.meanings(workspace, answers);
        var read = new ArrayList<ReadVerbatim>();
        for (Response answer : answers) {
            reader.giveWay();
            try {
                read.add(read(workspace, codebook, answer, meanings.get(answer.id())));
            } catch (RuntimeException failure) {
                LOG.warn("Response {} could not be read again: {}", answer.id(), failure.toString());
            }
        }
        return read;
    }

    private ReadVerbatim read(WorkspaceId workspace, TeamCodebook codebook, Response answer, byte @Nullable [] stored) {
        Learned learned = lessons.of(workspace, codebook);
        ProgramScores scores = ownScores.of(workspace, answer.program());
        Verbatim verbatim = asked.of(workspace, answer);
        return reader.with(engine -> {
            Meaning meaning = Optional.ofNullable(stored)
                    .flatMap(bytes -> engine.findMeaning(answer.verbatim(), bytes))
                    .orElseGet(() -> engine.meaning(answer.verbatim()));
            return new ReadVerbatim(
                    answer.id(),
                    answer.version(),
                    engine.read(codebook.codebook(), learned, scores, verbatim, meaning),
                    meaning.isEmpty() ? new byte[0] : meaning.bytes());
        });
    }
}
