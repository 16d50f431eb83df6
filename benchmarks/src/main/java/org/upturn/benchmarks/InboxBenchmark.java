package org.upturn.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The inbox with 100,000 open cases: its pages, the loop in figures, and 200 cases given to somebody in one action. */
final class InboxBenchmark implements Benchmark {
    private static final int RECORDS = 50;
    private static final int AT_ONCE = 200;
    private static final int ROUNDS = 5;
    private static final double GOAL_PAGE = 100;
    private static final double GOAL_LOOP = 300;
    private static final long COUNTED_MILLIS = 61_000;
    private static final double GOAL_ASSIGN = 1_000;

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public String about() {
        return "inbox with 100,000 open cases: list, filters, a page far down, record; the loop in figures; 200 cases assigned in one action";
    }

    @Override
    public Verdict run(Report report) throws Exception {
        return Server.alone((server, database) -> {
            Workspace workspace = Workspace.settled(server, database, "large-workspace.sql", "large-inbox.sql");
            report.add("%,d open cases", AnswersBenchmark.count(database, "cases"));
            Verdict pages = PageTimes.measure(report, server, workspace, kinds(database));
            report.add("the look at the loop that counts anew %.0f ms", anew(server, workspace));
            double assign = assign(report, new Api(server, workspace), workspace, database);
            return new Verdict(
                    String.format("%s; %d assigned in %.0f ms", pages.figure(), AT_ONCE, assign),
                    pages.goal() + "; " + AT_ONCE + " assigned ≤ 1,000 ms",
                    pages.met() && assign <= GOAL_ASSIGN);
        });
    }

    private static List<PageTimes.Kind> kinds(Connection database) throws SQLException {
        List<String> ids = ids(database, RECORDS);
        return List.of(
                new PageTimes.Kind("list", List.of("/cases"), GOAL_PAGE),
                new PageTimes.Kind(
                        "filters",
                        List.of(
                                "/cases?subtype=converted",
                                "/cases?subtype=new",
                                "/cases?attention=unassigned",
                                "/cases?attention=late",
                                "/cases?attention=silent",
                                "/cases?attention=peak",
                                "/cases?mine=true"),
                        GOAL_PAGE),
                new PageTimes.Kind(
                        "far down", ids.stream().map(id -> "/cases?after=" + id).toList(), GOAL_PAGE),
                new PageTimes.Kind(
                        "record", ids.stream().map(id -> "/cases/" + id).toList(), GOAL_PAGE),
                new PageTimes.Kind("loop", List.of("/loop"), GOAL_LOOP));
    }

    /** Once a minute the figures of so many are counted anew: what that one look takes, in milliseconds. */
    private static double anew(Server server, Workspace workspace) throws Exception {
        Thread.sleep(COUNTED_MILLIS);
        return PageTimes.time(server, workspace, new PageTimes.Kind("loop", List.of("/loop"), GOAL_LOOP), 1)
                .at(1);
    }

    private static List<String> ids(Connection database, int many) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (var row =
                database.createStatement().executeQuery("select id from cases order by md5(id::text) limit " + many)) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    private static double assign(Report report, Api api, Workspace workspace, Connection database) throws Exception {
        String owner;
        try (var row = database.createStatement().executeQuery("select member_id from scene")) {
            row.next();
            owner = row.getString(1);
        }
        double[] millis = new double[ROUNDS];
        List<String> all = ids(database, AT_ONCE * ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            String cases = all.subList(round * AT_ONCE, (round + 1) * AT_ONCE).stream()
                    .map(id -> '"' + id + '"')
                    .collect(Collectors.joining(","));
            long begun = System.nanoTime();
            api.call("POST", "/cases/assignments", "{\"cases\":[" + cases + "],\"owner\":\"" + owner + "\"}", 200);
            millis[round] = (System.nanoTime() - begun) / 1e6;
            report.add(
                    "round %d %d assigned in %.0f ms (load %s)", round + 1, AT_ONCE, millis[round], Machine.loadNow());
        }
        return Timings.median(millis);
    }
}
