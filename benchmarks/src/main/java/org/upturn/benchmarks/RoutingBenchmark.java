package org.upturn.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** Rules tried on the reviews of an airline, quarters as waves: who would have got what, against counts made from the file. */
final class RoutingBenchmark implements Benchmark {
    private static final Path REPORT = Path.of("benchmarks/reports/routing-airline.html");
    private static final int DAYS = 3_650;
    private static final int THRESHOLD = 3;
    private static final double GOAL_SECONDS = 2;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final Pattern STYLE = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">");
    private static final Pattern SIMULATION =
            Pattern.compile("<section[^>]* id=\"simulation\".*?</section>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("<a [^>]*>(.*?)</a>", Pattern.DOTALL);

    @Override
    public String name() {
        return "routing";
    }

    @Override
    public String about() {
        return "rules tried on past reviews of an airline, quarters as waves; the counts made once more from the file";
    }

    /** Somebody's review. */
    private record Review(String person, LocalDate day, int score, String words) {
        /** The file knows the day only. */
        Instant at() {
            return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        }

        /** The same answer with another score; it was given when it was given first. */
        Review changedTo(Review later) {
            return new Review(person, day, later.score, later.words);
        }

        String quarter() {
            return day.getYear() + " Q" + day.get(IsoFields.QUARTER_OF_YEAR);
        }
    }

    /** Counted without the server. */
    private record Counts(int detractors, int fresh, int converted, int chronic, int missed) {
        @Override
        public String toString() {
            return String.format(
                    "%d detractors: %d new, %d converted, %d chronic; an alarm at %d or lower misses %d of the converted",
                    detractors, fresh, converted, chronic, THRESHOLD, missed);
        }
    }

    @Override
    public Verdict run(Report report) throws Exception {
        List<Review> reviews = reviews();
        Counts expected = count(reviews, Instant.now().minus(Duration.ofDays(DAYS)));
        report.add("%,d reviews; from the file alone, of the last %,d days: %s", reviews.size(), DAYS, expected);
        try (var folder = Folder.make();
                var server = new Server("serve", folder.data(), "")) {
            server.untilFirstPage();
            try (Connection database = server.database()) {
                Workspace workspace = Workspace.make(server, database);
                var api = new Api(server, workspace);
                bring(api, folder.path().resolve("reviews.csv"), reviews);
                while (AnswersBenchmark.count(database, "reading") < AnswersBenchmark.count(database, "response")) {
                    Thread.sleep(500);
                }
                rules(api, database);
                long begun = System.nanoTime();
                String played = api.call("GET", path(workspace, "/simulation?days=" + DAYS), "", 200);
                double seconds = (System.nanoTime() - begun) / 1e9;
                Counts found = new Counts(
                        Api.number(played, "detractors"),
                        Api.number(played, "new"),
                        Api.number(played, "converted"),
                        Api.number(played, "chronic"),
                        Api.number(played, "missed"));
                report.add("tried by the server in %.2f s: %s", seconds, found);
                report.add(
                        "%d silent, %d whose words are read, %d would be nobody's",
                        Api.number(played, "silent"), Api.number(played, "read"), Api.number(played, "nobody"));
                taken(played).forEach((rule, cases) -> report.add("  %-40s %5d", rule, cases));
                keep(server, workspace);
                report.add("the page of it: %s", REPORT);
                return new Verdict(
                        String.format("counts %s, %.2f s", found.equals(expected) ? "the same" : "DIFFER", seconds),
                        "the same counts, ≤ 2 s",
                        found.equals(expected) && seconds <= GOAL_SECONDS);
            }
        }
    }

    private static List<Review> reviews() throws IOException {
        List<Review> reviews = new ArrayList<>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(RealTexts.file("airline-reviews.csv"))) {
            rows.forEach(row -> {
                String score = row.getField("OverallRating").strip();
                if (!score.isEmpty()) {
                    String day = row.getField("Datetime").replaceFirst("(\\d)(?:st|nd|rd|th)", "$1");
                    reviews.add(new Review(
                            row.getField("ContactID"),
                            LocalDate.parse(day, DAY),
                            (int) Double.parseDouble(score),
                            row.getField("ReviewBody")));
                }
            });
        }
        reviews.sort(Comparator.comparing(Review::day));
        return reviews;
    }

    /** One answer a person and quarter, as it was changed last; its subtype by the quarter answered before it (decision 5). */
    private static Counts count(List<Review> reviews, Instant since) {
        Map<String, TreeMap<String, Review>> people = new HashMap<>();
        reviews.forEach(one -> people.computeIfAbsent(one.person(), absent -> new TreeMap<>())
                .merge(one.quarter(), one, Review::changedTo));
        int fresh = 0;
        int converted = 0;
        int chronic = 0;
        int missed = 0;
        for (TreeMap<String, Review> quarters : people.values()) {
            Review before = null;
            for (Review one : quarters.values()) {
                if (one.score() <= 6 && one.at().isAfter(since)) {
                    fresh += before == null ? 1 : 0;
                    converted += before != null && before.score() > 6 ? 1 : 0;
                    chronic += before != null && before.score() <= 6 ? 1 : 0;
                    missed += before != null && before.score() > 6 && one.score() > THRESHOLD ? 1 : 0;
                }
                before = one;
            }
        }
        return new Counts(fresh + converted + chronic, fresh, converted, chronic, missed);
    }

    private static void bring(Api api, Path csv, List<Review> reviews) throws IOException, InterruptedException {
        // Not even their pseudonyms belong in what is kept.
        Map<String, String> names = new HashMap<>();
        var rows = new StringBuilder("Response ID,E-mail,Name,Score,Comment,Created at,Wave\n");
        for (int i = 0; i < reviews.size(); i++) {
            Review one = reviews.get(i);
            rows.append(String.format(
                    "r%d,%s@example.org,%s,%d,\"%s\",%s,%s%n",
                    i,
                    one.person().toLowerCase(Locale.ROOT),
                    names.computeIfAbsent(one.person(), absent -> "Passenger " + (names.size() + 1)),
                    one.score(),
                    one.words().replace("\"", "\"\""),
                    one.at(),
                    one.quarter()));
        }
        Files.writeString(csv, rows);
        String id = PastFile.upload(api, csv);
        api.call("POST", "/past-imports/" + id + "/start", "{}", 202);
        PastFile.await(api, id, "finished");
    }

    private static void rules(Api api, Connection database) throws Exception {
        UUID crew = member(api.workspace(), database, "Crew lead");
        UUID ground = member(api.workspace(), database, "Ground lead");
        UUID senior = member(api.workspace(), database, "Senior relations");
        String program = "/programs/" + api.workspace().program();
        api.call("PUT", program + "/routing", """
                {"owner": "%s", "senior": "%s"}""".formatted(api.workspace().member(), senior), 200);
        api.call("PUT", program + "/routing/rules/draft", """
                {"rules": [
                  {"name": "Converted: senior relations", "subtypes": ["converted"], "to": "members", "members": ["%s"]},
                  {"name": "What is about to be lost", "words": ["consequence"], "to": "members", "members": ["%s"]},
                  {"name": "The crew", "themes": ["staff-attitude", "staff-knowledge"], "to": "members", "members": ["%s"]},
                  {"name": "On the ground", "themes": ["late-delivery", "poor-communication", "unresolved-issues", "slow-response"],
                   "to": "members", "members": ["%s"]}
                ]}""".formatted(senior, senior, crew, ground), 200);
    }

    private static UUID member(Workspace workspace, Connection database, String name) throws SQLException {
        UUID id = UUID.randomUUID();
        Workspace.run(database, """
                insert into member (workspace_id, id, name, email, password_hash, role, created_at)
                values (?, ?, ?, ?, '', 'responder', current_timestamp)""", workspace.id(), id, name, id + "@bench.example");
        return id;
    }

    private static String path(Workspace workspace, String rest) {
        return "/programs/" + workspace.program() + "/routing/rules" + rest;
    }

    private static Map<String, Integer> taken(String played) {
        var taken = new java.util.LinkedHashMap<String, Integer>();
        Pattern.compile("\\{\"rule\":(null|\"[^\"]*\"),\"cases\":(\\d+)}")
                .matcher(played)
                .results()
                .forEach(one -> taken.put(
                        one.group(1).equals("null") ? "the program's own owners" : one.group(1),
                        Integer.valueOf(one.group(2))));
        return taken;
    }

    /** What the rules would have done as the team sees it, with the style in it and no links, so that it opens without a server. */
    private static void keep(Server server, Workspace workspace) throws IOException, InterruptedException {
        String page = page(server, workspace, "/programs/" + workspace.program() + "/routing?simulate=" + DAYS);
        var styles = new StringBuilder();
        for (var style : STYLE.matcher(page).results().toList()) {
            styles.append("<style>")
                    .append(page(server, workspace, style.group(1)))
                    .append("</style>\n");
        }
        String section = SIMULATION
                .matcher(page)
                .results()
                .map(one -> LINK.matcher(one.group()).replaceAll("$1"))
                .findFirst()
                .orElseThrow(() -> new IOException("The page shows no simulation:\n" + page));
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Rules tried on the reviews of an airline</title>
                %s</head>
                <body>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(styles, section));
    }

    private static String page(Server server, Workspace workspace, String path)
            throws IOException, InterruptedException {
        return server.send(HttpRequest.newBuilder(URI.create(server.url(path)))
                        .header("Cookie", "upturn_session=" + workspace.session())
                        .build())
                .body();
    }
}
