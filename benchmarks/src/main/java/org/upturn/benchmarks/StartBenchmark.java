package org.upturn.benchmarks;

import java.io.IOException;

/** From {@code bin/upturn demo} to the first page. */
final class StartBenchmark implements Benchmark {
    private static final int ROUNDS = 3;
    private static final double FIRST_GOAL = 10;
    private static final double LATER_GOAL = 5;
    private static final String WITHOUT_CACHE = "-XX:AOTMode=off";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String about() {
        return "seconds from bin/upturn demo to the first page: new folder, same folder again, and without the AOT cache";
    }

    /** Seconds of one start. */
    private record Start(double firstPage, double allRead) {}

    @Override
    public Verdict run(Report report) throws Exception {
        double[][] seconds = new double[4][ROUNDS];
        report.add(
                "%-6s %10s %10s %10s %14s   %s", "round", "first ever", "all read", "later", "later, no AOT", "load");
        for (int round = 0; round < ROUNDS; round++) {
            try (var folder = Folder.make()) {
                Start first = start(folder, "");
                boolean cacheFirst = round % 2 == 0;
                double one = start(folder, cacheFirst ? "" : WITHOUT_CACHE).firstPage();
                double other = start(folder, cacheFirst ? WITHOUT_CACHE : "").firstPage();
                seconds[0][round] = first.firstPage();
                seconds[1][round] = first.allRead();
                seconds[2][round] = cacheFirst ? one : other;
                seconds[3][round] = cacheFirst ? other : one;
            }
            report.add(
                    "%-6d %10.2f %10.2f %10.2f %14.2f   %s",
                    round + 1,
                    seconds[0][round],
                    seconds[1][round],
                    seconds[2][round],
                    seconds[3][round],
                    Machine.loadNow());
        }
        double first = Timings.median(seconds[0]);
        double later = Timings.median(seconds[2]);
        report.add(
                "%-6s %10.2f %10.2f %10.2f %14.2f",
                "median", first, Timings.median(seconds[1]), later, Timings.median(seconds[3]));
        return new Verdict(
                String.format("first ever %.1f s, later %.1f s", first, later),
                "first ever ≤ 10 s, later ≤ 5 s",
                first <= FIRST_GOAL && later <= LATER_GOAL);
    }

    private static Start start(Folder folder, String javaOptions) throws IOException, InterruptedException {
        try (var server = new Server("demo", folder.data(), javaOptions)) {
            return new Start(server.untilFirstPage(), server.untilAllIsRead());
        }
    }
}
