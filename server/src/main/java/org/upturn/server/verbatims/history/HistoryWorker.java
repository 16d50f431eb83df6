package org.upturn.server.verbatims.history;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.upturn.server.verbatims.history.HistoryRepository.Coming;

/**
 * Reads history in the background, against a version that goes live and again after people corrected something: wakes
 * when a version goes live, and looks every few seconds for what others left.
 */
@Component
class HistoryWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryWorker.class);
    private static final long IDLE_SECONDS = 3;

    private final HistoryRepository repository;
    private final History history;
    private final Relearning relearning;
    private final Semaphore begun = new Semaphore(0);
    private volatile boolean running;
    private Thread thread = Thread.currentThread();

    HistoryWorker(HistoryRepository repository, History history, Relearning relearning) {
        this.repository = repository;
        this.history = history;
        this.relearning = relearning;
    }

    /** There is something to read. */
    void wake() {
        begun.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("history").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        begun.release();
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
        while (running) {
            try {
                begun.drainPermits();
                List<Coming> waiting = repository.waiting();
                for (Coming coming : waiting) {
                    finish(history.pass(coming)::step);
                }
                List<RelearningRepository.Due> due = relearning.due();
                for (RelearningRepository.Due behind : due) {
                    finish(relearning.pass(behind)::step);
                }
                if (waiting.isEmpty() && due.isEmpty()) {
                    begun.tryAcquire(IDLE_SECONDS, TimeUnit.SECONDS);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("Reading of history pauses: {}", failure.toString());
                pause();
            }
        }
    }

    /** Work done in steps; each says whether there is more to do. */
    private interface Steps {
        boolean next() throws InterruptedException;
    }

    private void finish(Steps steps) throws InterruptedException {
        boolean more = true;
        while (running && more) {
            more = steps.next();
        }
    }

    private void pause() {
        try {
            begun.tryAcquire(IDLE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }
}
