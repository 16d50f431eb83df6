package org.upturn.server.verbatims;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.upturn.engine.Learned;
import org.upturn.engine.ReadVerbatim;
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
    private final ConcurrentHashMap<UUID, String> questions = new ConcurrentHashMap<>();

    AnswerReader(LoadedReader reader, Lessons lessons, Surveys surveys) {
        this.reader = reader;
        this.lessons = lessons;
        this.surveys = surveys;
    }

    public ReadVerbatim read(WorkspaceId workspace, TeamCodebook codebook, Response answer) {
        Learned learned = lessons.of(workspace, codebook);
        Verbatim verbatim = verbatim(workspace, answer);
        return reader.with(engine -> engine.readWithMeaning(codebook.codebook(), learned, verbatim));
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
