package org.upturn.server.kernel;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Threads that do what waits in the database: one pass after another while there is something to do, otherwise they sleep
 * until they are woken or it is time to look for what another node left. A pass that fails is tried again after a pause.
 */
public abstract class Worker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long PAUSE_MILLIS = 2_000;
    private static final long LONGEST_STOP_MILLIS = 10_000;

    private final String name;
    private final long idleMillis;
    private final int count;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;
    private List<Thread> threads = List.of();

    /** A part of a pass. */
    @FunctionalInterface
    public interface Pass {
        /** Does what waits; false when there was nothing. */
        boolean run() throws InterruptedException;
    }

    /**
     * @param name of the threads, and in the log
     * @param idleMillis how long to sleep at most when there was nothing to do
     * @param count how many threads
     */
    protected Worker(String name, long idleMillis, int count) {
        this.name = name;
        this.idleMillis = idleMillis;
        this.count = count;
    }

    /** Does what waits; false when there was nothing. */
    protected abstract boolean pass() throws InterruptedException;

    @Override
    public void start() {
        running = true;
        threads = IntStream.rangeClosed(1, count)
                .mapToObj(
                        number -> Thread.ofPlatform().name(name + " " + number).start(this::work))
                .toList();
    }

    /** There is something to do. */
    public void wake() {
        if (woken.availablePermits() < Math.max(1, threads.size())) {
            woken.release();
        }
    }

    /** Whether the threads are to go on. */
    @Override
    public boolean isRunning() {
        return running;
    }

    /** Lets each thread end the pass it is in. */
    @Override
    public void stop() {
        running = false;
        woken.release(threads.size());
        for (Thread thread : threads) {
            try {
                thread.join(LONGEST_STOP_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        while (running) {
            try {
                if (!attempt()) {
                    woken.tryAcquire(idleMillis, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private boolean attempt() throws InterruptedException {
        try {
            return pass();
        } catch (RuntimeException failure) {
            LOG.warn("{} pauses: {}", name, failure.toString());
            woken.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        }
    }
}
