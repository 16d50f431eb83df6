package org.upturn.server.verbatims;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.verbatims.codebook.CodebookRepository;

/** The door to what was read. */
@Service
public class Readings {
    private final ReadingRepository repository;
    private final CodingRepository codings;
    private final HumanCodings human;
    private final ReadingQueue queue;
    private final CodebookRepository codebooks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Readings(
            ReadingRepository repository,
            CodingRepository codings,
            HumanCodings human,
            ReadingQueue queue,
            CodebookRepository codebooks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.codings = codings;
        this.human = human;
        this.queue = queue;
        this.codebooks = codebooks;
        this.events = events;
        this.clock = clock;
    }

    /** What was read from a response's present verbatim; empty while it waits to be read. */
    public Optional<VerbatimReading> find(WorkspaceId workspace, ResponseId response) {
        return Optional.ofNullable(findAll(workspace, List.of(response)).get(response));
    }

    /** The readings of those responses that have been read. */
    public Map<ResponseId, VerbatimReading> findAll(WorkspaceId workspace, Collection<ResponseId> responses) {
        return responses.isEmpty() ? Map.of() : repository.find(workspace, responses);
    }

    /**
     * What was made of each theme in an answer's present words, against each version of the codebook that it was read
     * with, the latest first; also what is only possible, and what a person said is not there.
     */
    public List<ThemeCoding> codings(WorkspaceId workspace, Response answer) {
        return codings.of(workspace, answer);
    }

    /** What still waits to be read. */
    public Waiting waiting(WorkspaceId workspace) {
        return queue.waiting(workspace);
    }

    /**
     * Stores readings and takes their jobs off the queue in one transaction; a lost lease stores nothing. Readings whose
     * codebook version stopped being active meanwhile are not kept, and their jobs stay to be read again.
     */
    @Transactional
    void store(ReadingQueue.Lease lease, TeamCodebook codebook, List<ReadVerbatim> read) {
        Optional<Integer> lesson = codebooks.holdLesson(lease.workspace(), codebook.id(), codebook.version());
        if (lesson.isEmpty()) {
            read.forEach(one -> queue.release(lease, one.response()));
            return;
        }
        Set<ResponseId> finished = queue.finish(lease, read);
        List<ReadVerbatim> held =
                read.stream().filter(one -> finished.contains(one.response())).toList();
        repository.insert(lease.workspace(), codebook, held, clock.instant());
        if (lesson.get() > 0) {
            human.apply(lease.workspace(), codebook.id(), codebook.version(), finished);
        }
        held.forEach(one -> events.publishEvent(new VerbatimRead(
                lease.workspace(), one.response(), one.reading().silent())));
    }
}
