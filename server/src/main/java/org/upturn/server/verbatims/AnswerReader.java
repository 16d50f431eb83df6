package org.upturn.server.verbatims;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.upturn.engine.Learned;
import org.upturn.engine.Meaning;
import org.upturn.engine.Reader;
import org.upturn.engine.Verbatim;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.Surveys;

/** Reads an answer with all that is known of it: the question it was given to, its score, and what people taught. */
@Component
public class AnswerReader {
    private final LoadedReader reader;
    private final Lessons lessons;
    private final Surveys surveys;
    private final ReadingRepository readings;
    private final ConcurrentHashMap<UUID, String> questions = new ConcurrentHashMap<>();

    AnswerReader(LoadedReader reader, Lessons lessons, Surveys surveys, ReadingRepository readings) {
        this.reader = reader;
        this.lessons = lessons;
        this.surveys = surveys;
        this.readings = readings;
    }

    public ReadVerbatim read(WorkspaceId workspace, TeamCodebook codebook, Response answer) {
        return read(workspace, codebook, answer, engine -> engine.meaning(answer.verbatim()));
    }

    /** Reads an answer that was read before, many times sooner: the model is asked only when its work was not stored. */
    public ReadVerbatim readAgain(WorkspaceId workspace, TeamCodebook codebook, Response answer) {
        Optional<byte[]> stored = readings.meaning(workspace, answer);
        return read(
                workspace,
                codebook,
                answer,
                engine -> stored.flatMap(bytes -> engine.findMeaning(answer.verbatim(), bytes))
                        .orElseGet(() -> engine.meaning(answer.verbatim())));
    }

    private ReadVerbatim read(
            WorkspaceId workspace, TeamCodebook codebook, Response answer, Function<Reader, Meaning> understanding) {
        Learned learned = lessons.of(workspace, codebook);
        Verbatim verbatim = verbatim(workspace, answer);
        return reader.with(engine -> {
            Meaning meaning = understanding.apply(engine);
            return new ReadVerbatim(
                    engine.read(codebook.codebook(), learned, verbatim, meaning),
                    meaning.isEmpty() ? new byte[0] : meaning.bytes());
        });
    }

    /** The words as they are read. */
    public Verbatim verbatim(WorkspaceId workspace, Response answer) {
        return new Verbatim(
                answer.verbatim(),
                question(workspace, answer),
                null,
                answer.score().value());
    }

    /** A survey's version never changes, so its question is asked for once. */
    private String question(WorkspaceId workspace, Response answer) {
        return questions.computeIfAbsent(
                answer.survey(), id -> surveys.survey(workspace, id).whyQuestion());
    }
}
