package org.upturn.server.kernel;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that do what waits in the database: one pass after another while there is something to do, otherwise they sleep
 * until they are woken or it is time to look for what another node left. A pass that fails is tried again after a pause.
 */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long PAUSE_MILLIS = 2_000;
    private static final long LONGEST_STOP_MILLIS = 10_000;

    private final String name;
    private final long idleMillis;
    private final Pass pass;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;
    private List<Thread> threads = List.of();

    /** One look at what waits. */
    @FunctionalInterface
    public interface Pass {
        /** Does what waits; false when there was nothing. */
        boolean run() throws InterruptedException;
    }

    /**
     * @param name of the threads, and in the log
     * @param idleMillis how long to sleep at most when there was nothing to do
     */
    public Worker(String name, long idleMillis, Pass pass) {
        this.name = name;
        this.idleMillis = idleMillis;
        this.pass = pass;
    }

    /** Starts so many threads. */
    public void start(int count) {
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
    public boolean isRunning() {
        return running;
    }

    /** Lets each thread end the pass it is in. */
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
            return pass.run();
        } catch (RuntimeException failure) {
            LOG.warn("{} pauses: {}", name, failure.toString());
            woken.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        }
    }
}
