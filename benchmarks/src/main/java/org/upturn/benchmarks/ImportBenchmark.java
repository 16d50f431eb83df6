package org.upturn.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** A history of a million answers comes in as CSV over HTTP; then once more, killed in the middle. */
final class ImportBenchmark implements Benchmark {
    private static final int ROWS = Integer.getInteger("upturn.bench.rows", 1_000_000);
    private static final int PEOPLE = ROWS * 2 / 5;
    private static final int QUARTERS = 12;
    private static final double GOAL_SECONDS = 60;
    private static final String HEAP = "-Xmx512m";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String about() {
        return "a million past answers as CSV over HTTP, and the same killed in the middle";
    }

    @Override
    public Verdict run(Report report) throws Exception {
        try (var folder = Folder.make()) {
            Path csv = folder.path().resolve("history.csv");
            write(csv);
            report.add("%,d rows, %,d people, %d quarters, %d MB", ROWS, PEOPLE, QUARTERS, Files.size(csv) >> 20);
            double seconds = whole(report, folder.path().resolve("whole"), csv);
            boolean sound = killed(report, folder.path().resolve("killed"), csv);
            return new Verdict(
                    String.format(
                            "%.0f s, %,.0f rows a second, %s; killed and gone on: %s",
                            seconds, ROWS / seconds, HEAP, sound ? "every answer once" : "NOT every answer once"),
                    "≤ 60 s, heap ≤ 512 MB, every answer once",
                    seconds <= GOAL_SECONDS && sound);
        }
    }

    private static double whole(Report report, Path data, Path csv) throws Exception {
        try (var server = new Server("serve", data, HEAP)) {
            server.untilFirstPage();
            try (Connection database = server.database()) {
                Api api = new Api(server, Workspace.make(server, database));
                long begun = System.nanoTime();
                String id = PastFile.upload(api, csv);
                double uploaded = since(begun);
                api.call("POST", "/past-imports/" + id + "/start", "{}", 202);
                String stored = PastFile.await(api, id, "settling", "finished");
                double seconds = since(begun);
                report.add(
                        "uploaded in %.1f s, all stored after %.1f s: %,.0f rows a second; load %s",
                        uploaded, seconds, ROWS / seconds, Machine.loadNow());
                report.add(
                        "%,d answers, %,d people made, %,d refused",
                        Api.number(stored, "answers"),
                        Api.number(stored, "people"),
                        Api.number(stored, "rejectedRows"));
                PastFile.await(api, id, "finished");
                report.add("linked to the answers before and every word searchable after %.0f s", since(begun));
                report.add("server process: most resident %d MB (%s)", peak(server), HEAP);
                check(database);
                return seconds;
            }
        }
    }

    private static boolean killed(Report report, Path data, Path csv) throws Exception {
        String id;
        Workspace workspace;
        try (var server = new Server("serve", data, HEAP)) {
            server.untilFirstPage();
            try (Connection database = server.database()) {
                workspace = Workspace.make(server, database);
            }
            Api api = new Api(server, workspace);
            id = PastFile.upload(api, csv);
            api.call("POST", "/past-imports/" + id + "/start", "{}", 202);
            while (Api.number(api.call("GET", "/past-imports/" + id, "", 200), "rowsDone") < ROWS * 2 / 5) {
                Thread.sleep(50);
            }
            ProcessHandle.of(server.processId()).ifPresent(ProcessHandle::destroyForcibly);
        }
        try (var again = new Server("serve", data, HEAP)) {
            again.untilFirstPage();
            long begun = System.nanoTime();
            String done = PastFile.await(new Api(again, workspace), id, "settling", "finished");
            report.add(
                    "killed (kill -9, PostgreSQL too) after %,d rows or more; went on by itself, all stored %.1f s after the start: %,d answers",
                    ROWS * 2 / 5, since(begun), Api.number(done, "answers"));
            try (Connection database = again.database()) {
                check(database);
            }
            return Api.number(done, "answers") + Api.number(done, "changes") == ROWS - Api.number(done, "rejectedRows");
        }
    }

    /** Every row is one answer, each once, each with its version, and each wave and contact has one response. */
    private static void check(Connection database) throws SQLException {
        for (String table : List.of("response", "response_version", "invitation")) {
            long found = AnswersBenchmark.count(database, table);
            if (found != ROWS) {
                throw new IllegalStateException(found + " rows in " + table);
            }
        }
    }

    private static long peak(Server server) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + server.processId() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** In the order of time, as most tools export it; each person answers in some quarters, once in each. */
    private static void write(Path csv) throws IOException {
        List<String> texts = RealTexts.of("telecom-nps.csv", 2_000);
        var random = new Random(7);
        Instant first = Instant.parse("2022-01-03T08:00:00Z");
        int each = ROWS / QUARTERS;
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write("Response ID,E-mail,Name,Score,Comment,Created at,Plan,Region\n");
            for (int row = 0; row < ROWS; row++) {
                int quarter = Math.min(QUARTERS - 1, row / each);
                int inQuarter = row - quarter * each;
                int person = (int) (((long) quarter * 104_729 + inQuarter) % PEOPLE);
                long seconds = quarter * 7_884_000L + (long) inQuarter * 7_000_000 / (ROWS - each * (QUARTERS - 1));
                out.write("r" + row + ",person." + person + "@example.org,Person " + person + ","
                        + random.nextInt(11) + ",\""
                        + texts.get(random.nextInt(texts.size())).replace("\"", "\"\"") + "\","
                        + first.plusSeconds(seconds) + ",Plan " + person % 5 + ",Region " + person % 9 + "\n");
            }
        }
    }
}
