package org.upturn.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The daily pages over a large workspace. */
final class HomeBenchmark implements Benchmark {
    private static final int WARMING = 60;
    private static final int REQUESTS = 60;
    private static final int ROUNDS = 5;
    private static final int RECORDS = 50;
    private static final int THEMES = 10;

    @Override
    public String name() {
        return "home";
    }

    @Override
    public String about() {
        return "home page, detractor inbox, record page and theme page of a workspace with 100,000 responses, one reader at a time";
    }

    /** A page, or several of one kind asked for in turn. */
    private record Kind(String name, List<String> paths, double goal) {}

    @Override
    public Verdict run(Report report) throws Exception {
        try (var folder = Folder.make();
                var server = new Server("serve", folder.data(), "")) {
            server.untilFirstPage();
            try (Connection database = server.database()) {
                Workspace workspace = Workspace.make(server, database);
                workspace.describe(database);
                Script.run(database, "large-workspace.sql");
                Workspace.run(database, "vacuum analyze");
                describe(report, database);
                return measure(report, server, workspace, kinds(database));
            }
        }
    }

    private static List<Kind> kinds(Connection database) throws SQLException {
        List<String> records = new ArrayList<>();
        try (var row = database.createStatement()
                .executeQuery("select id from cases order by md5(id::text) limit " + RECORDS)) {
            while (row.next()) {
                records.add("/cases/" + row.getString(1));
            }
        }
        List<String> themes = new ArrayList<>();
        try (var row = database.createStatement()
                .executeQuery("select theme_key from theme order by position limit " + THEMES)) {
            while (row.next()) {
                themes.add("/themes/" + row.getString(1));
            }
        }
        return List.of(
                new Kind("home", List.of("/"), 250),
                new Kind("inbox", List.of("/cases"), 250),
                new Kind("record", records, 100),
                new Kind("theme", themes, 250));
    }

    private static void describe(Report report, Connection database) throws SQLException {
        try (var row = database.createStatement().executeQuery("""
                select (select count(*) from response), (select count(*) from wave), (select count(*) from contact),
                  (select count(*) from cases), (select count(*) from cases where not exists (
                    select 1 from case_closure where case_closure.case_id = cases.id)), (select count(*) from coding)""")) {
            row.next();
            report.add(
                    "%d responses, %d waves, %d contacts, %d cases (%d open), %d codings",
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
        }
    }

    private static Verdict measure(Report report, Server server, Workspace workspace, List<Kind> kinds)
            throws Exception {
        for (Kind kind : kinds) {
            time(server, workspace, kind, WARMING);
        }
        double[][][] figures = new double[kinds.size()][2][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < kinds.size(); i++) {
                Timings times = time(server, workspace, kinds.get(i), REQUESTS);
                figures[i][0][round] = times.at(0.5);
                figures[i][1][round] = times.at(0.95);
                report.add(
                        "round %d %-7s p50 %6.1f ms, p95 %6.1f ms (load %s)",
                        round + 1, kinds.get(i).name(), times.at(0.5), times.at(0.95), Machine.loadNow());
            }
        }
        return verdict(report, kinds, figures);
    }

    private static Verdict verdict(Report report, List<Kind> kinds, double[][][] figures) {
        boolean met = true;
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            double p95 = Timings.median(figures[i][1]);
            report.add(
                    "median  %-7s p50 %6.1f ms, p95 %6.1f ms", kinds.get(i).name(), Timings.median(figures[i][0]), p95);
            shown.add(String.format("%s %.0f ms", kinds.get(i).name(), p95));
            met &= p95 <= kinds.get(i).goal();
        }
        return new Verdict(
                "p95 " + String.join(", ", shown),
                "home ≤ 250 ms, inbox ≤ 250 ms, record ≤ 100 ms, theme ≤ 250 ms",
                met);
    }

    private static Timings time(Server server, Workspace workspace, Kind kind, int requests)
            throws IOException, InterruptedException {
        long[] nanos = new long[requests];
        for (int i = 0; i < requests; i++) {
            var request = HttpRequest.newBuilder(URI.create(
                            server.url(kind.paths().get(i % kind.paths().size()))))
                    .header("Cookie", "upturn_session=" + workspace.session())
                    .build();
            long before = System.nanoTime();
            var answer = server.send(request);
            nanos[i] = System.nanoTime() - before;
            if (answer.statusCode() != 200) {
                throw new IOException(request.uri() + " answered " + answer.statusCode());
            }
        }
        return Timings.ofNanos(nanos);
    }
}
