package org.upturn.engine.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.upturn.engine.Codebook;
import org.upturn.engine.Reader;
import org.upturn.engine.Verbatim;

/** Prints how many real NPS verbatims are read in a second of one core's time, and how long one takes. */
public final class ReadingBench {
    private static final int WARMING = 300;
    private static final int ROUNDS = 5;
    private static final int TEXTS = 1_000;

    private ReadingBench() {}

    public static void main(String[] args) throws IOException {
        List<Verbatim> verbatims = Csv.rows("telecom-nps.csv").stream()
                .map(row -> row.getOrDefault("text", ""))
                .filter(text -> !text.isBlank())
                .limit(TEXTS)
                .map(Verbatim::of)
                .toList();
        Codebook codebook = Codebook.starter("company");
        try (Reader reader = Reader.load()) {
            verbatims.stream().limit(WARMING).forEach(verbatim -> reader.read(codebook, verbatim));
            double[] speeds = new double[ROUNDS];
            long[] times = new long[ROUNDS * verbatims.size()];
            int at = 0;
            for (int round = 0; round < ROUNDS; round++) {
                long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                for (Verbatim verbatim : verbatims) {
                    long before = System.nanoTime();
                    reader.read(codebook, verbatim);
                    times[at++] = System.nanoTime() - before;
                }
                speeds[round] = verbatims.size()
                        / ((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9);
            }
            Arrays.sort(speeds);
            Arrays.sort(times);
            System.out.printf(
                    "telecom-nps, %d verbatims, %d rounds, one thread: median %.0f verbatims a CPU-second; wall clock p50 %.2f ms, p99 %.2f ms%n",
                    verbatims.size(),
                    ROUNDS,
                    speeds[ROUNDS / 2],
                    times[times.length / 2] / 1e6,
                    times[times.length * 99 / 100] / 1e6);
        }
    }
}
