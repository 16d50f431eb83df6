package org.upturn.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** From the moment somebody sends an answer until its reading is stored: HTTP, queue, engine and PostgreSQL together. */
final class ArrivalBenchmark implements Benchmark {
    private static final int CLIENTS = 32;
    private static final int WARMING = 3_000;
    private static final int SECONDS = 10;
    private static final int ROUNDS = 5;
    private static final int SLOW = 100;
    private static final int FAST = 300;
    private static final double SLOW_GOAL = 25;
    private static final double FAST_GOAL = 60;
    private static final long LONGEST_WAIT_SECONDS = 300;

    @Override
    public String name() {
        return "arrival";
    }

    @Override
    public String about() {
        return "from sending an answer until it is read, 100 and 300 a second at random moments";
    }

    @Override
    public Verdict run(Report report) throws Exception {
        return Server.alone((server, database) -> {
            Workspace.filled(server, database, "invitees.sql");
            List<Invitee> waiting = AnswersBenchmark.invitees(database);
            OpenLoop.run(() -> new PostedAnswers(server.port()), CLIENTS, SLOW, waiting.subList(0, WARMING));
            awaitAllRead(database);
            int from = WARMING;
            double[] slow = new double[ROUNDS];
            double[] fast = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                slow[round] = round(report, server, database, SLOW, waiting.subList(from, from += SLOW * SECONDS));
                fast[round] = round(report, server, database, FAST, waiting.subList(from, from += FAST * SECONDS));
            }
            double slowly = Timings.median(slow);
            double quickly = Timings.median(fast);
            return new Verdict(
                    String.format("p99 %.0f ms at %d/s, %.0f ms at %d/s", slowly, SLOW, quickly, FAST),
                    "≤ 25 ms and ≤ 60 ms",
                    slowly <= SLOW_GOAL && quickly <= FAST_GOAL);
        });
    }

    private static double round(
            Report report, Server server, Connection database, int perSecond, List<Invitee> invitees) throws Exception {
        Map<UUID, Instant> sent = new ConcurrentHashMap<>();
        Storing.Way way = () -> new Noting(new PostedAnswers(server.port()), sent);
        OpenLoop.run(way, CLIENTS, perSecond, invitees);
        awaitAllRead(database);
        Timings times = Timings.ofNanos(nanos(database, sent));
        report.add(
                "%d a second: submit to read p50 %.1f ms, p99 %.1f ms   %s",
                perSecond, times.at(0.5), times.at(0.99), Machine.loadNow());
        return times.at(0.99);
    }

    /** Notes when each answer is sent. */
    private record Noting(Storing connection, Map<UUID, Instant> sent) implements Storing {
        @Override
        public void store(Invitee invitee) throws Exception {
            sent.put(invitee.contact(), Instant.now());
            connection.store(invitee);
        }

        @Override
        public void close() throws Exception {
            connection.close();
        }
    }

    static void awaitAllRead(Connection database) throws SQLException, InterruptedException {
        long until = System.nanoTime() + LONGEST_WAIT_SECONDS * 1_000_000_000;
        while (AnswersBenchmark.count(database, "reading_job") > 0) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("not read within " + LONGEST_WAIT_SECONDS + " s");
            }
            Thread.sleep(100);
        }
    }

    private static long[] nanos(Connection database, Map<UUID, Instant> sent) throws SQLException {
        long[] nanos = new long[sent.size()];
        int found = 0;
        try (var row = database.createStatement().executeQuery("""
                select response.contact_id, reading.read_at
                from reading
                join response on response.workspace_id = reading.workspace_id and response.id = reading.response_id""")) {
            while (row.next()) {
                Instant at = sent.get(row.getObject(1, UUID.class));
                if (at != null) {
                    Timestamp read = row.getTimestamp(2);
                    nanos[found++] = Duration.between(at, read.toInstant()).toNanos();
                }
            }
        }
        if (found != nanos.length) {
            throw new IllegalStateException(nanos.length - found + " answers were never read");
        }
        return nanos;
    }
}
