package org.upturn.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Answers that come when they come, as people's do: at random moments of a given rate, whether or not earlier ones are
 * stored. A duration counts from the moment the answer was due, so that waiting for a connection is in it.
 */
final class OpenLoop {
    private OpenLoop() {}

    /** @param perSecond the mean rate; the gaps are exponential, the same in every run */
    static Timings run(Storing.Way way, int connections, double perSecond, List<Invitee> invitees) throws Exception {
        var free = new ArrayBlockingQueue<Storing>(connections);
        for (int i = 0; i < connections; i++) {
            free.add(way.open());
        }
        long[] nanos = new long[invitees.size()];
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> running = new ArrayList<>();
            var random = new Random(1);
            long due = System.nanoTime();
            for (int i = 0; i < nanos.length; i++) {
                due += (long) (-Math.log(1 - random.nextDouble()) / perSecond * 1e9);
                while (due > System.nanoTime()) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                int at = i;
                long expected = due;
                running.add(threads.submit(() -> {
                    Storing connection = free.take();
                    connection.store(invitees.get(at));
                    nanos[at] = System.nanoTime() - expected;
                    free.add(connection);
                    return null;
                }));
            }
            for (Future<Void> one : running) {
                one.get();
            }
        } finally {
            for (Storing connection : free) {
                connection.close();
            }
        }
        return Timings.ofNanos(nanos);
    }
}
