package org.upturn.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The daily pages over a large workspace. */
final class HomeBenchmark implements Benchmark {
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

    @Override
    public Verdict run(Report report) throws Exception {
        return Server.alone((server, database) -> {
            Workspace workspace = Workspace.settled(server, database, "large-workspace.sql");
            describe(report, database);
            return PageTimes.measure(report, server, workspace, kinds(database));
        });
    }

    private static List<PageTimes.Kind> kinds(Connection database) throws SQLException {
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
                new PageTimes.Kind("home", List.of("/"), 250),
                new PageTimes.Kind("inbox", List.of("/cases"), 250),
                new PageTimes.Kind("record", records, 100),
                new PageTimes.Kind("theme", themes, 250));
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
}
