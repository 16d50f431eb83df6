package org.upturn.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients on virtual threads, each with a connection of its own, each sending its next answer when the last is stored. */
final class ClosedLoop {
    private ClosedLoop() {}

    /** What one round gave. */
    record Round(double perSecond, Timings times) {}

    static Round run(Storing.Way way, int clients, List<Invitee> invitees) throws Exception {
        List<Storing> connections = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                connections.add(way.open());
            }
            long[] nanos = new long[invitees.size()];
            var next = new AtomicInteger();
            long begin = System.nanoTime();
            List<Future<Void>> running = connections.stream()
                    .map(connection -> threads.submit(() -> storeAll(connection, invitees, next, nanos)))
                    .toList();
            for (Future<Void> one : running) {
                one.get();
            }
            return new Round(invitees.size() / ((System.nanoTime() - begin) / 1e9), Timings.ofNanos(nanos));
        } finally {
            for (Storing connection : connections) {
                connection.close();
            }
        }
    }

    private static Void storeAll(Storing connection, List<Invitee> invitees, AtomicInteger next, long[] nanos)
            throws Exception {
        for (int at = next.getAndIncrement(); at < nanos.length; at = next.getAndIncrement()) {
            long before = System.nanoTime();
            connection.store(invitees.get(at));
            nanos[at] = System.nanoTime() - before;
        }
        return null;
    }
}
