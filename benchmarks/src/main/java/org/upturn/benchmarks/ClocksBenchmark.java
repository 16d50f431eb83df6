package org.upturn.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;

/** Ten thousand clocks that run out in one second, told to the owners; and ten thousand more, killed in the middle. */
final class ClocksBenchmark implements Benchmark {
    private static final int CLOCKS = 10_000;
    private static final int KILLED_AFTER = 3_000;
    private static final int AHEAD_SECONDS = 20;
    private static final double GOAL_SECONDS = 60;
    private static final long LONGEST_SECONDS = 600;

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public String about() {
        return "10,000 clocks of cases that run out in one second: how late each is looked at; the same killed in the middle";
    }

    @Override
    public Verdict run(Report report) throws Exception {
        try (var folder = Folder.make()) {
            double latest;
            try (var server = new Server("serve", folder.data(), "")) {
                server.untilFirstPage();
                try (Connection database = server.database()) {
                    prepare(server, database);
                    report.add("%,d open cases", AnswersBenchmark.count(database, "cases"));
                    latest = whole(report, database);
                    wind(database, "act", 0);
                    await(database, "act", KILLED_AFTER);
                }
                ProcessHandle.of(server.processId()).ifPresent(ProcessHandle::destroyForcibly);
            }
            boolean once = again(report, folder);
            return new Verdict(
                    String.format(
                            "the last looked at %.1f s after its time; killed and gone on: %s",
                            latest, once ? "each told once" : "NOT each told once"),
                    "≤ 60 s, each told once",
                    latest <= GOAL_SECONDS && once);
        }
    }

    private static void prepare(Server server, Connection database) throws Exception {
        Workspace.settled(server, database, "large-workspace.sql", "large-inbox.sql");
    }

    private static double whole(Report report, Connection database) throws Exception {
        wind(database, "contact", AHEAD_SECONDS);
        await(database, "contact", CLOCKS);
        try (var row = database.createStatement().executeQuery("""
                select percentile_cont(0.5) within group (order by late) as half, max(late) as latest, max(late) - min(late) as took
                from (select extract(epoch from fired_at - due_at) as late from case_clock where kind = 'contact') as fired""")) {
            row.next();
            report.add(
                    "%,d clocks of one second: half looked at within %.1f s, all within %.1f s (%.0f a second once begun)   %s",
                    CLOCKS,
                    row.getDouble("half"),
                    row.getDouble("latest"),
                    CLOCKS / row.getDouble("took"),
                    Machine.loadNow());
            return row.getDouble("latest");
        }
    }

    private static boolean again(Report report, Folder folder) throws Exception {
        try (var server = new Server("serve", folder.data(), "")) {
            server.untilFirstPage();
            long begun = System.nanoTime();
            try (Connection database = server.database()) {
                await(database, "act", CLOCKS);
                boolean once = told(database, "contact-late") && told(database, "act-late");
                report.add(
                        "killed (kill -9, PostgreSQL too) after %,d of %,d; went on by itself, all looked at %.1f s after the start",
                        KILLED_AFTER, CLOCKS, (System.nanoTime() - begun) / 1e9);
                return once;
            }
        }
    }

    /** Sets a clock on cases of somebody with whom nobody has been in touch. */
    private static void wind(Connection database, String kind, int seconds) throws SQLException {
        try (var statement = database.prepareStatement("""
                insert into case_clock (workspace_id, case_id, kind, due_at)
                select workspace_id, id, ?, current_timestamp + make_interval(secs => ?)
                from cases
                where outcome is null and owner_id is not null and contacted_at is null
                order by id
                limit ?""")) {
            statement.setString(1, kind);
            statement.setInt(2, seconds);
            statement.setInt(3, CLOCKS);
            if (statement.executeUpdate() != CLOCKS) {
                throw new IllegalStateException("Too few cases to wind " + CLOCKS + " clocks");
            }
        }
    }

    private static void await(Connection database, String kind, int many) throws Exception {
        long begun = System.nanoTime();
        try (var statement =
                database.prepareStatement("select count(*) from case_clock where kind = ? and fired_at is not null")) {
            statement.setString(1, kind);
            while (true) {
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (row.getInt(1) >= many) {
                        return;
                    }
                }
                if ((System.nanoTime() - begun) / 1e9 > LONGEST_SECONDS) {
                    throw new IllegalStateException("Clocks were not looked at in " + LONGEST_SECONDS + " s");
                }
                Thread.sleep(200);
            }
        }
    }

    /** Whether as many cases as had a clock were told of, none of them twice. */
    private static boolean told(Connection database, String kind) throws SQLException {
        try (var statement =
                database.prepareStatement("select count(*), count(distinct case_id) from alert where kind = ?")) {
            statement.setString(1, kind);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1) == CLOCKS && row.getInt(2) == CLOCKS;
            }
        }
    }
}
