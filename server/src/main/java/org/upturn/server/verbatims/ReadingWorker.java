package org.upturn.server.verbatims;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.ResponseReceived;
import org.upturn.server.responses.Responses;

/** Reads verbatims as they arrive: wakes when one was stored and looks twice a second for those of other nodes. */
@Component
class ReadingWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingWorker.class);
    private static final long IDLE_MILLIS = 500;

    private final ReadingQueue queue;
    private final Readings readings;
    private final Responses responses;
    private final Codebooks codebooks;
    private final LoadedReader reader;
    private final AnswerReader answers;
    private final Semaphore arrived = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = Thread.currentThread();

    ReadingWorker(
            ReadingQueue queue,
            Readings readings,
            Responses responses,
            Codebooks codebooks,
            LoadedReader reader,
            AnswerReader answers) {
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
        if (arrived.availablePermits() == 0) {
            arrived.release();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("reading").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        arrived.release();
        try {
            thread.join(10_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        reader.loaded();
        while (running) {
            try {
                arrived.drainPermits();
                if (!readReady()) {
                    arrived.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("Reading pauses: {}", failure.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    /** Reads one batch of every workspace that waits, in turn; false when nobody waits. */
    private boolean readReady() {
        List<WorkspaceId> ready = queue.readyWorkspaces();
        reader.arriving(!ready.isEmpty());
        try {
            ready.forEach(workspace -> read(queue.lease(workspace)));
        } finally {
            reader.arriving(false);
        }
        return !ready.isEmpty();
    }

    private void read(ReadingQueue.Lease lease) {
        Map<ResponseId, Response> found =
                responses
                        .findAll(
                                lease.workspace(),
                                lease.jobs().stream()
                                        .map(ReadingQueue.Job::response)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Response::id, Function.identity()));
        for (ReadingQueue.Job job : lease.jobs()) {
            try {
                read(lease, job, found.get(job.response()));
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

    private void read(ReadingQueue.Lease lease, ReadingQueue.Job job, Response answer) {
        TeamCodebook codebook = codebooks.active(lease.workspace(), answer.program());
        ReadVerbatim read = answers.read(lease.workspace(), codebook, answer);
        readings.store(lease, job, codebook, read);
    }
}
