package org.upturn.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Answers sent through the answer page beside bare inserts of the same rows into the same database. */
final class AnswersBenchmark implements Benchmark {
    private static final int CLIENTS = 32;
    private static final int WARMING = 12_000;
    private static final int IN_A_ROUND = 2_000;
    private static final int ROUNDS = 5;
    private static final int CALM = 200;
    private static final int BUSY = 500;
    private static final double RATIO_GOAL = 0.70;
    private static final double MILLISECONDS_GOAL = 50;

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public String about() {
        return "answers a second through POST /a/{token}, 32 connections, beside bare inserts of the same rows";
    }

    @Override
    public Verdict run(Report report) throws Exception {
        return Server.alone((server, database) -> measure(report, server, database));
    }

    /** The two ways, and those who have not answered yet. */
    private record Field(Storing.Way posted, Storing.Way bare, List<Invitee> waiting) {
        List<Invitee> take(int count) {
            List<Invitee> taken = new ArrayList<>(waiting.subList(waiting.size() - count, waiting.size()));
            waiting.subList(waiting.size() - count, waiting.size()).clear();
            return taken;
        }
    }

    private static Verdict measure(Report report, Server server, Connection database) throws Exception {
        Workspace.filled(server, database, "invitees.sql");
        BareInserts.Wave wave = wave(database);
        var field = new Field(
                () -> new PostedAnswers(server.port()),
                () -> new BareInserts(server.database(), wave),
                invitees(database));
        report.add(
                "Server, PostgreSQL (fsync on) and clients share the %d cores.",
                Runtime.getRuntime().availableProcessors());
        // A job that is ready some other day is left alone: so the reader has nothing to do.
        Workspace.run(database, """
                create function some_other_day() returns trigger language plpgsql as
                $$ begin new.ready_at := 'infinity'; return new; end $$""");
        Workspace.run(database, """
                create trigger some_other_day before insert on reading_job
                for each row execute function some_other_day()""");
        ClosedLoop.run(field.posted, CLIENTS, field.take(WARMING));
        ClosedLoop.run(field.bare, CLIENTS, field.take(WARMING / 4));
        compare(report, "nothing to read", field);
        Workspace.run(database, "delete from reading_job");
        Workspace.run(database, "drop trigger some_other_day on reading_job");
        Workspace.run(database, "vacuum analyze");
        long readBefore = count(database, "reading");
        long begin = System.nanoTime();
        double ratio = compare(report, "reader at work", field);
        paced(report, field, CALM);
        double p99 = paced(report, field, BUSY);
        double seconds = (System.nanoTime() - begin) / 1e9;
        report.add(
                "meanwhile %.0f verbatims read a second; %d detractors have a case, %d responses stored, %d wait to be read",
                (count(database, "reading") - readBefore) / seconds,
                count(database, "cases"),
                count(database, "response"),
                count(database, "reading_job"));
        return new Verdict(
                String.format("ratio %.2f to bare inserts, p99 %.0f ms at %d answers/s", ratio, p99, BUSY),
                "ratio ≥ 0.70 and p99 ≤ 50 ms",
                ratio >= RATIO_GOAL && p99 <= MILLISECONDS_GOAL);
    }

    /** How long a person waits: the median p99 of the rounds, at a rate that is given. */
    private static double paced(Report report, Field field, int perSecond) throws Exception {
        double[] p99 = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            Timings times = OpenLoop.run(field.posted, CLIENTS, perSecond, field.take(IN_A_ROUND));
            p99[round] = times.at(0.99);
            report.add(
                    "at %d answers a second, round %d: p50 %.1f ms, p99 %.1f ms   %s",
                    perSecond, round + 1, times.at(0.5), times.at(0.99), Machine.loadNow());
        }
        return Timings.median(p99);
    }

    private static double compare(Report report, String state, Field field) throws Exception {
        double[][] figures = new double[7][ROUNDS];
        report.add(
                "%-22s %26s %26s %7s   %s",
                state, "answer page /s, p50, p99", "bare inserts /s, p50, p99", "ratio", "load");
        for (int round = 0; round < ROUNDS; round++) {
            boolean bareFirst = round % 2 == 1;
            ClosedLoop.Round one =
                    ClosedLoop.run(bareFirst ? field.bare : field.posted, CLIENTS, field.take(IN_A_ROUND));
            ClosedLoop.Round other =
                    ClosedLoop.run(bareFirst ? field.posted : field.bare, CLIENTS, field.take(IN_A_ROUND));
            note(figures, round, bareFirst ? other : one, bareFirst ? one : other);
            report.add("round %-16d %s   %s", round + 1, line(figures, round), Machine.loadNow());
        }
        double[] medians = new double[7];
        for (int i = 0; i < medians.length; i++) {
            medians[i] = Timings.median(figures[i]);
        }
        report.add("%-22s %s", "median", line(medians));
        return medians[6];
    }

    private static void note(double[][] figures, int round, ClosedLoop.Round posted, ClosedLoop.Round bare) {
        figures[0][round] = posted.perSecond();
        figures[1][round] = posted.times().at(0.5);
        figures[2][round] = posted.times().at(0.99);
        figures[3][round] = bare.perSecond();
        figures[4][round] = bare.times().at(0.5);
        figures[5][round] = bare.times().at(0.99);
        figures[6][round] = posted.perSecond() / bare.perSecond();
    }

    private static String line(double[][] figures, int round) {
        double[] row = new double[figures.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = figures[i][round];
        }
        return line(row);
    }

    private static String line(double[] row) {
        return String.format(
                "%10.0f %6.1f %6.1f ms %10.0f %6.1f %6.1f ms %7.2f",
                row[0], row[1], row[2], row[3], row[4], row[5], row[6]);
    }

    private static BareInserts.Wave wave(Connection database) throws SQLException {
        try (var row =
                database.createStatement().executeQuery("select workspace_id, program_id, survey_id, id from wave")) {
            row.next();
            return new BareInserts.Wave(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getObject(4, UUID.class));
        }
    }

    /** In no particular order, as people answer. */
    static List<Invitee> invitees(Connection database) throws SQLException {
        List<Invitee> invitees = new ArrayList<>();
        try (var row = database.createStatement().executeQuery("""
                select contact.external_id::int, invitation.id, contact.id
                from invitation
                join contact on contact.workspace_id = invitation.workspace_id and contact.id = invitation.contact_id
                order by md5(contact.external_id)""")) {
            while (row.next()) {
                invitees.add(new Invitee(row.getInt(1), row.getObject(2, UUID.class), row.getObject(3, UUID.class)));
            }
        }
        return invitees;
    }

    static long count(Connection database, String table) throws SQLException {
        try (var row = database.createStatement().executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}
