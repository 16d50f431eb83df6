package org.upturn.server.responses;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;

/**
 * Changes one part of an answer that its person was asked for anew. Unlike the whole answer, a part may be given after the
 * wave has closed: it is the same answer, told better.
 */
@Service
public class AnswerCorrections {
    private final ResponseRepository repository;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AnswerCorrections(ResponseRepository repository, ApplicationEventPublisher events, Clock clock) {
        this.repository = repository;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes a new version of the answer, in the language and with the questions of the present one.
     *
     * @param change says what the answer is to be, given what it is; it is held until the end of the transaction
     * @return the answer as it stands then; of the same version when nothing changed
     */
    @Transactional
    public Response correct(WorkspaceId workspace, ResponseId id, UnaryOperator<Given> change) {
        Response seen = find(workspace, id);
        Response known = repository.lock(workspace, seen.wave(), seen.contact());
        Given told =
                change.apply(new Given(known.score(), known.verbatim(), known.language(), Map.copyOf(known.answers())));
        String words = Responses.checked(told.words());
        if (told.score().equals(known.score())
                && words.equals(known.verbatim())
                && told.answers().equals(known.answers())) {
            return known;
        }
        var version = new AnswerVersion(
                known.version() + 1,
                told.score(),
                words,
                known.survey(),
                known.language(),
                told.answers(),
                true,
                clock.instant());
        repository.insert(workspace, id, version);
        events.publishEvent(new ResponseReceived(workspace, id, version.version(), version.score()));
        return find(workspace, id);
    }

    private Response find(WorkspaceId workspace, ResponseId id) {
        return repository.find(workspace, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("problem.unknown.response"));
    }
}
