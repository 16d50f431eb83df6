package org.upturn.server.verbatims;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.upturn.server.kernel.Worker;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.ResponseReceived;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.verbatims.ReadingQueue.Job;
import org.upturn.server.verbatims.ReadingQueue.Lease;
import org.upturn.server.verbatims.reader.AnswerReader;
import org.upturn.server.verbatims.reader.LoadedReader;

/** Reads verbatims as they arrive: wakes when one was stored and looks twice a second for those of other nodes. */
@Component
public class ReadingWorker extends Worker {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingWorker.class);
    private static final long IDLE_MILLIS = 500;

    /** More would only wait for each other: the server and PostgreSQL want the processors too. */
    private static final int MOST_THREADS = 4;

    private final ReadingQueue queue;
    private final Readings readings;
    private final Responses responses;
    private final Codebooks codebooks;
    private final LoadedReader reader;
    private final AnswerReader answers;

    ReadingWorker(
            ReadingQueue queue,
            Readings readings,
            Responses responses,
            Codebooks codebooks,
            LoadedReader reader,
            AnswerReader answers) {
        super(
                "reading",
                IDLE_MILLIS,
                Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
        this.queue = queue;
        this.readings = readings;
        this.responses = responses;
        this.codebooks = codebooks;
        this.reader = reader;
        this.answers = answers;
    }

    /**
     * The job is stored in the transaction of the response itself, before other rooms do their part: storing a reading
     * takes the job first and the case second, and an edit that came the other way round would wait in a circle.
     */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @EventListener
    void enqueue(ResponseReceived received) {
        queue.add(received.workspace(), received.response(), received.version());
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(ResponseReceived stored) {
        wake();
    }

    /** Reads what waits on the caller's thread and by the caller's clock: a story is read on the days on which it happened. */
    public void readNow() {
        while (pass()) {
            LOG.debug("Read some of what waits");
        }
    }

    /** Reads some of every workspace that waits, in turn; false when nobody waits. */
    @Override
    protected boolean pass() {
        reader.loaded();
        List<WorkspaceId> ready = queue.readyWorkspaces();
        if (ready.isEmpty()) {
            return false;
        }
        reader.arriving(1);
        try {
            ready.forEach(workspace -> read(queue.lease(workspace)));
        } finally {
            reader.arriving(-1);
        }
        return true;
    }

    private void read(Lease lease) {
        if (lease.jobs().isEmpty()) {
            return;
        }
        Map<ResponseId, Response> found =
                responses
                        .findAll(
                                lease.workspace(),
                                lease.jobs().stream().map(Job::response).toList())
                        .stream()
                        .collect(Collectors.toMap(Response::id, Function.identity()));
        var active = new HashMap<ProgramId, TeamCodebook>();
        var read = new HashMap<TeamCodebook, Map<Job, ReadVerbatim>>();
        for (Job job : lease.jobs()) {
            attempt(lease, job, () -> {
                Response answer = found.get(job.response());
                TeamCodebook codebook = active.computeIfAbsent(
                        answer.program(), program -> codebooks.active(lease.workspace(), program));
                read.computeIfAbsent(codebook, absent -> new LinkedHashMap<>())
                        .put(job, answers.read(lease.workspace(), codebook, answer));
            });
        }
        read.forEach((codebook, some) -> store(lease, codebook, some));
    }

    /** Stores all at once; where that fails, one by one, so that only what cannot be stored comes back. */
    private void store(Lease lease, TeamCodebook codebook, Map<Job, ReadVerbatim> read) {
        try {
            readings.store(lease, codebook, List.copyOf(read.values()));
        } catch (RuntimeException failure) {
            read.forEach((job, one) -> attempt(lease, job, () -> readings.store(lease, codebook, List.of(one))));
        }
    }

    private void attempt(Lease lease, Job job, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Response {} could not be read (attempt {}): {}",
                    job.response(),
                    job.attempts(),
                    failure.toString());
            queue.postpone(lease, job);
        }
    }
}
