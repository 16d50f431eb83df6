package org.upturn.server.verbatims.reader;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.upturn.engine.Verbatim;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.Surveys;

/** Answers as the engine takes them: the words, with the question they were given to and the score given with them. */
@Component
public class AskedVerbatims {
    private final Surveys surveys;
    private final ConcurrentHashMap<UUID, String> questions = new ConcurrentHashMap<>();

    AskedVerbatims(Surveys surveys) {
        this.surveys = surveys;
    }

    public Verbatim of(WorkspaceId workspace, Response answer) {
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
