package org.upturn.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.upturn.engine.Codebook;
import org.upturn.engine.Reader;
import org.upturn.engine.Verbatim;

/** The engine on one thread. */
final class ReadBenchmark implements Benchmark {
    private static final int WARMING = 1_500;
    private static final int ROUNDS = 9;
    private static final int TEXTS = 1_000;
    private static final double GOAL = 250;

    @Override
    public String name() {
        return "read";
    }

    @Override
    public String about() {
        return "verbatims the engine reads in a second of one core's time, real telecom answers, company codebook";
    }

    @Override
    public Verdict run(Report report) throws IOException {
        List<Verbatim> verbatims = RealTexts.of("telecom-nps.csv", TEXTS);
        Codebook codebook = Codebook.starter("company");
        try (Reader reader = Reader.load()) {
            for (int i = 0; i < WARMING; i++) {
                reader.read(codebook, verbatims.get(i % verbatims.size()));
            }
            return measure(report, reader, codebook, verbatims);
        }
    }

    private static Verdict measure(Report report, Reader reader, Codebook codebook, List<Verbatim> verbatims)
            throws IOException {
        double[] speeds = new double[ROUNDS];
        long[] times = new long[ROUNDS * verbatims.size()];
        for (int round = 0; round < ROUNDS; round++) {
            speeds[round] = round(reader, codebook, verbatims, times, round * verbatims.size());
            report.add(
                    "round %d: %.0f verbatims per CPU-second (load %s)", round + 1, speeds[round], Machine.loadNow());
        }
        Timings wall = Timings.ofNanos(times);
        double speed = Timings.median(speeds);
        report.add(
                "%d texts, %.1f words on average; wall clock p50 %.2f ms, p99 %.2f ms; resident memory %d MB",
                verbatims.size(), words(verbatims), wall.at(0.5), wall.at(0.99), residentMegabytes());
        return new Verdict(String.format("%.0f verbatims/s/core", speed), "≥ 250", speed >= GOAL);
    }

    /** Reads all texts once; gives texts per second of this thread's own CPU time. */
    private static double round(Reader reader, Codebook codebook, List<Verbatim> verbatims, long[] times, int at) {
        var threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < verbatims.size(); i++) {
            long before = System.nanoTime();
            reader.read(codebook, verbatims.get(i));
            times[at + i] = System.nanoTime() - before;
        }
        return verbatims.size() / ((threads.getCurrentThreadCpuTime() - begin) / 1e9);
    }

    private static double words(List<Verbatim> verbatims) {
        return verbatims.stream()
                .mapToInt(one -> one.text().strip().split("\\s+").length)
                .average()
                .orElse(0);
    }

    private static long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
