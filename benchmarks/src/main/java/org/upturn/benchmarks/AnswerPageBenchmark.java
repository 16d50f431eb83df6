package org.upturn.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person who opens their link waits for: the bytes of the page with all that it loads, and the server's time. */
final class AnswerPageBenchmark implements Benchmark {
    private static final int WARMING = 2_000;
    private static final int REQUESTS = 1_000;
    private static final int ROUNDS = 5;
    private static final double GOAL_MILLIS = 50;
    private static final int GOAL_BYTES = 30 * 1024;
    private static final Pattern LOADED =
            Pattern.compile("<(?:link rel=\"stylesheet\" href|script[^>]* src)=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("\"link\":\"[^\"]*(/a/[^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "answer-page";
    }

    @Override
    public String about() {
        return "the answer page behind a personal link: its weight with all it loads, and the server's time for it";
    }

    @Override
    public Verdict run(Report report) throws Exception {
        try (var folder = Folder.make();
                var server = new Server("serve", folder.data(), "")) {
            server.untilFirstPage();
            try (Connection database = server.database()) {
                Api api = new Api(server, Workspace.make(server, database));
                String link = invite(api);
                int plain = weight(report, server, link, "identity");
                int sent = weight(report, server, link, "gzip");
                double p99 = time(report, server, link);
                return new Verdict(
                        String.format(
                                "p99 %.1f ms; %,d bytes in all, %,d as sent to browsers that take gzip",
                                p99, plain, sent),
                        "server ≤ 50 ms, ≤ 30 kB in all",
                        p99 <= GOAL_MILLIS && plain <= GOAL_BYTES);
            }
        }
    }

    private static String invite(Api api) throws IOException, InterruptedException {
        String wave = Api.id(api.call(
                "POST",
                "/programs/" + api.workspace().program() + "/waves",
                "{\"name\": \"Now\", \"opensAt\": \"2026-01-01T00:00:00Z\", \"closesAt\": \"2099-01-01T00:00:00Z\"}",
                201));
        api.call("POST", "/contacts", "{\"externalId\": \"ada\", \"name\": \"Ada\"}", 201);
        String made = api.call("POST", "/invitations", "{\"wave\": \"" + wave + "\", \"externalId\": \"ada\"}", 201);
        Matcher link = LINK.matcher(made);
        if (!link.find()) {
            throw new IOException(made);
        }
        return link.group(1);
    }

    private int weight(Report report, Server server, String link, String encoding) throws Exception {
        byte[] page = get(server, link, encoding);
        int all = page.length;
        var parts = new StringBuilder("page " + page.length);
        String html = new String(get(server, link, "identity"), StandardCharsets.UTF_8);
        List<String> loaded =
                LOADED.matcher(html).results().map(found -> found.group(1)).toList();
        for (String path : loaded) {
            int bytes = get(server, path, encoding).length;
            parts.append(", ").append(path).append(' ').append(bytes);
            all += bytes;
        }
        report.add("%s: %,d bytes (%s)", encoding, all, parts);
        return all;
    }

    private double time(Report report, Server server, String link) throws Exception {
        for (int i = 0; i < WARMING; i++) {
            get(server, link, "identity");
        }
        double[] p99 = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long[] nanos = new long[REQUESTS];
            for (int i = 0; i < REQUESTS; i++) {
                long begun = System.nanoTime();
                get(server, link, "identity");
                nanos[i] = System.nanoTime() - begun;
            }
            Timings times = Timings.ofNanos(nanos);
            p99[round] = times.at(0.99);
            report.add(
                    "round %d p50 %5.1f ms, p99 %5.1f ms (load %s)",
                    round + 1, times.at(0.5), times.at(0.99), Machine.loadNow());
        }
        return Timings.median(p99);
    }

    private byte[] get(Server server, String path, String encoding) throws IOException, InterruptedException {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(server.url(path)))
                        .header("Accept-Encoding", encoding)
                        .build(),
                BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
