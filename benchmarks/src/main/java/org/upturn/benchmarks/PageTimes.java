package org.upturn.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How long pages take, one reader at a time: each kind in turn, in several rounds. */
final class PageTimes {
    private static final int WARMING = 60;
    private static final int REQUESTS = 60;
    private static final int ROUNDS = 5;

    private PageTimes() {}

    /** A page, or several of one kind asked for in turn. @param goal for the p95 in milliseconds */
    record Kind(String name, List<String> paths, double goal) {}

    static Verdict measure(Report report, Server server, Workspace workspace, List<Kind> kinds) throws Exception {
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
                        "round %d %-10s p50 %6.1f ms, p95 %6.1f ms (load %s)",
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
                    "median  %-10s p50 %6.1f ms, p95 %6.1f ms",
                    kinds.get(i).name(), Timings.median(figures[i][0]), p95);
            shown.add(String.format("%s %.0f ms", kinds.get(i).name(), p95));
            met &= p95 <= kinds.get(i).goal();
        }
        return new Verdict(
                "p95 " + String.join(", ", shown),
                kinds.stream()
                        .map(kind -> String.format("%s ≤ %.0f ms", kind.name(), kind.goal()))
                        .collect(Collectors.joining(", ")),
                met);
    }

    static Timings time(Server server, Workspace workspace, Kind kind, int requests)
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
