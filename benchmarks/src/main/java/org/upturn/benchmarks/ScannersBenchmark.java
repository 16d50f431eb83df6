package org.upturn.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Machines that look into mails, and people who answer them, at the same server: who gets a score recorded? */
final class ScannersBenchmark implements Benchmark {
    private static final int EACH = 36;
    private static final int BROWSERS = 3;
    private static final Pattern LINK = Pattern.compile("\"link\":\"[^\"]*(/a/[^\"]+)\"");

    @Override
    public String name() {
        return "scanner";
    }

    @Override
    public String about() {
        return "scores forged by mail scanners (Safe Links, prefetchers, ten-button scanners, a real Chromium that runs scripts), people who get through";
    }

    @Override
    public Verdict run(Report report) throws Exception {
        try (var folder = Folder.make();
                var server = new Server("serve", folder.data(), "")) {
            server.untilFirstPage();
            try (Connection database = server.database()) {
                Workspace workspace = Workspace.make(server, database);
                MailsBenchmark.contacts(database, workspace);
                var api = new Api(server, workspace);
                api.call("POST", api.wave("Q4") + "/invitations", "{}", 201);
                return measure(report, server, database, links(api));
            }
        }
    }

    /** One way of looking at a mail. */
    @FunctionalInterface
    private interface Visit {
        void to(String link) throws Exception;
    }

    private static Verdict measure(Report report, Server server, Connection database, List<String> links)
            throws Exception {
        var left = new ArrayList<>(links);
        long forged = 0;
        forged += machines(report, database, left, "Safe Links: HEAD, then GET", EACH, link -> {
            look(server, "HEAD", link + "?score=9", "safelinks");
            look(server, "GET", link + "?score=9", "safelinks");
        });
        forged += machines(
                report,
                database,
                left,
                "prefetcher: GET once",
                EACH,
                link -> look(server, "GET", link + "?score=0", "prefetch"));
        forged += machines(report, database, left, "scanner: every link, HEAD and GET", EACH, link -> {
            for (int score = 0; score <= 10; score++) {
                look(server, "HEAD", link + "?score=" + score, "scanner");
                look(server, "GET", link + "?score=" + score, "scanner");
            }
            look(server, "GET", link + "/terms", "scanner");
            look(server, "GET", link + "/unsubscribe", "scanner");
        });
        forged += machines(report, database, left, "Chromium that runs scripts, no input", BROWSERS, link -> {
            for (String score : List.of("0", "5", "10")) {
                browse(server.url(link + "?score=" + score));
            }
        });
        long unsubscribed = AnswersBenchmark.count(database, "suppression");
        long before = AnswersBenchmark.count(database, "response");
        for (String link : take(left, EACH)) {
            look(server, "GET", link + "?score=8", "phone");
            answer(server, link, "8");
        }
        List<String> scanned = take(left, EACH);
        for (String link : scanned) {
            for (int score = 0; score <= 10; score++) {
                look(server, "GET", link + "?score=" + score, "gateway");
            }
            answer(server, link, "7");
        }
        long blocked = 2 * EACH - (AnswersBenchmark.count(database, "response") - before);
        report.add(
                "people (no script; half of them behind a scanner that has their address): %d of %d blocked",
                blocked, 2 * EACH);
        return new Verdict(
                forged + " forged, " + unsubscribed + " unsubscribed by machines, " + blocked + " people blocked",
                "0, 0 and 0",
                forged == 0 && unsubscribed == 0 && blocked == 0);
    }

    private static long machines(
            Report report, Connection database, List<String> left, String name, int times, Visit visit)
            throws Exception {
        long before = AnswersBenchmark.count(database, "response");
        for (String link : take(left, times)) {
            visit.to(link);
        }
        long forged = AnswersBenchmark.count(database, "response") - before;
        report.add("%-40s %d mails, %d scores forged", name, times, forged);
        return forged;
    }

    private static List<String> take(List<String> left, int some) {
        List<String> taken = List.copyOf(left.subList(0, some));
        left.subList(0, some).clear();
        return taken;
    }

    private static List<String> links(Api api) throws IOException, InterruptedException {
        var links = new ArrayList<String>();
        Matcher link = LINK.matcher(api.call("GET", "/invitations?limit=200", "", 200));
        while (link.find()) {
            links.add(link.group(1));
        }
        return links;
    }

    private static void look(Server server, String method, String path, String agent) throws Exception {
        server.send(HttpRequest.newBuilder(URI.create(server.url(path)))
                .header("User-Agent", agent)
                .method(method, BodyPublishers.noBody())
                .build());
    }

    private static void answer(Server server, String link, String score) throws Exception {
        String form = "score=" + score + "&why=" + URLEncoder.encode("It is fine.", StandardCharsets.UTF_8);
        server.send(HttpRequest.newBuilder(URI.create(server.url(link)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", "phone")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** A whole browser that loads the page, runs its scripts for five seconds and touches nothing. */
    private static void browse(String url) throws IOException, InterruptedException {
        Path profile = java.nio.file.Files.createTempDirectory("upturn-scanner");
        try (var folder = new Folder(profile)) {
            Process browser = new ProcessBuilder(
                            "/usr/bin/chromium",
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--user-data-dir=" + profile,
                            "--virtual-time-budget=5000",
                            "--dump-dom",
                            url)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!browser.waitFor(60, TimeUnit.SECONDS)) {
                browser.destroyForcibly().waitFor();
            }
        }
    }
}
