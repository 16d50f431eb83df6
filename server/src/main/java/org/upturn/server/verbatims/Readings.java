package org.upturn.server.verbatims;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final ReadingQueue queue;
    private final CodebookRepository codebooks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Readings(
            ReadingRepository repository,
            CodingRepository codings,
            ReadingQueue queue,
            CodebookRepository codebooks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.codings = codings;
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
     * Stores a reading and takes its job off the queue in one transaction; a lost lease stores nothing. A reading whose
     * codebook version stopped being active meanwhile is not kept, and its job stays to be read again.
     */
    @Transactional
    void store(ReadingQueue.Lease lease, ReadingQueue.Job job, TeamCodebook codebook, ReadVerbatim read) {
        if (!codebooks.isActive(lease.workspace(), codebook.id(), codebook.version())) {
            queue.release(lease, job);
        } else if (queue.finish(lease, job)) {
            repository.insert(lease.workspace(), job.response(), job.version(), codebook, read, clock.instant());
            events.publishEvent(new VerbatimRead(
                    lease.workspace(), job.response(), read.reading().silent()));
        }
    }
}
