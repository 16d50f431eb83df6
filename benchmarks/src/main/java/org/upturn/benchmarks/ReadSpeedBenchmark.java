package org.upturn.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.upturn.engine.Codebook;
import org.upturn.engine.Model;
import org.upturn.engine.Reader;
import org.upturn.engine.Verbatim;
import org.upturn.engine.encoders.Encoder;
import org.upturn.engine.encoders.Piece;
import org.upturn.engine.encoders.ShippedEncoders;
import org.upturn.engine.encoders.Tokenizer;

/** The engine on one thread: the live model beside its bare pass, text by text in turn, and the static one. */
final class ReadSpeedBenchmark implements Benchmark {
    private static final int TEXTS = 1_000;
    private static final int ROUNDS = 5;
    private static final int STATIC_ROUNDS = 15;
    private static final double LIVE_GOAL = 900;
    private static final double SHARE_GOAL = 0.9;
    private static final double P99_GOAL = 8;
    private static final double STATIC_GOAL = 50_000;
    private static final long MEMORY_GOAL = 500;

    private final Codebook codebook = Codebook.starter("company");

    /** Verbatims a CPU-second of one round, and how long each took by the clock, in nanoseconds. */
    private record Round(double speed, long[] times) {}

    @Override
    public String name() {
        return "read-speed";
    }

    @Override
    public String about() {
        return "everything a reading holds, by the live and by the static model, beside the bare pass of the live one";
    }

    @Override
    public Verdict run(Report report) throws IOException, InterruptedException {
        List<String> all = RealTexts.of("telecom-nps.csv", TEXTS);
        List<String> distinct = List.copyOf(new LinkedHashSet<>(all));
        report.add(
                "%d texts, %d of them different, %.1f words on average; codebook of %d themes",
                all.size(),
                distinct.size(),
                RealTexts.words(all),
                codebook.themes().size());
        Live live = live(report, distinct);
        double repeated = repeated(report, all);
        long memory = Memory.peakMegabytes();
        report.add(
                "a process that reads with the live model held %d MB at most, heap and its garbage included", memory);
        double fast = fast(report, all);
        boolean met = live.speed >= LIVE_GOAL
                && live.share >= SHARE_GOAL
                && live.p99 <= P99_GOAL
                && fast >= STATIC_GOAL
                && memory <= MEMORY_GOAL;
        return new Verdict(
                String.format(
                        "live %.0f/s/core (as they come %.0f), %.0f %% of the bare pass, p99 %.1f ms; static %.0f/s/core; %d MB",
                        live.speed, repeated, 100 * live.share, live.p99, fast, memory),
                "≥ 900, ≥ 90 %, ≤ 8 ms; ≥ 50000; ≤ 500 MB",
                met);
    }

    private record Live(double speed, double share, double p99) {}

    /** Each round opens the model anew, so that no text is remembered; the first round warms up and does not count. */
    private Live live(Report report, List<String> texts) throws IOException {
        double[] full = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        double[] shares = new double[ROUNDS];
        double[] ends = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            Round[] pair = inTurn(texts);
            if (round >= 0) {
                full[round] = pair[0].speed;
                bare[round] = pair[1].speed;
                shares[round] = pair[0].speed / pair[1].speed;
                ends[round] = Timings.ofNanos(pair[0].times).at(0.99);
                report.add(
                        "live, round %d: full reading %s; bare pass %s; share %.2f (load %s)",
                        round + 1, shown(pair[0]), shown(pair[1]), shares[round], Machine.loadNow());
            }
        }
        report.add(
                "live, median: full %.0f/CPU-s, bare %.0f/CPU-s, share %.2f",
                Timings.median(full), Timings.median(bare), Timings.median(shares));
        return new Live(Timings.median(full), Timings.median(shares), Timings.median(ends));
    }

    private static String shown(Round round) {
        Timings wall = Timings.ofNanos(round.times);
        return String.format("%.0f/CPU-s, p50 %.2f, p99 %.2f ms", round.speed, wall.at(0.5), wall.at(0.99));
    }

    /** Every text by the full reading and by the model alone, in turn. */
    private Round[] inTurn(List<String> texts) {
        Tokenizer tokenizer = ShippedEncoders.tokenizer("minilm");
        try (Reader reader = Reader.load();
                Encoder encoder = ShippedEncoders.encoder("minilm", tokenizer)) {
            reader.read(codebook, Verbatim.of(""));
            Watch full = new Watch(texts.size());
            Watch bare = new Watch(texts.size());
            for (String text : texts) {
                Verbatim verbatim = Verbatim.of(text);
                int[] pieces = tokenizer.pieces(text).stream()
                        .mapToInt(Piece::id)
                        .limit(encoder.window())
                        .toArray();
                full.time(() -> reader.read(codebook, verbatim));
                bare.time(() -> encoder.encode(pieces));
            }
            return new Round[] {full.round(), bare.round()};
        }
    }

    /** All texts as they came in, among them the same ones again. */
    private double repeated(Report report, List<String> texts) throws IOException {
        double[] speeds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            try (Reader reader = Reader.load()) {
                speeds[round] = speed(reader, texts);
            }
        }
        report.add("live, same texts remembered: median %.0f/CPU-s", Timings.median(speeds));
        return Timings.median(speeds);
    }

    private double fast(Report report, List<String> texts) throws IOException {
        List<Double> speeds = new ArrayList<>();
        Watch watch = new Watch(texts.size());
        try (Reader reader = Reader.load(Model.STATIC)) {
            for (int round = 0; round < STATIC_ROUNDS; round++) {
                double speed = speed(reader, texts);
                if (round >= STATIC_ROUNDS / 2) {
                    speeds.add(speed);
                    report.add("static, round %d: %.0f/CPU-s (load %s)", round + 1, speed, Machine.loadNow());
                }
            }
            texts.forEach(text -> watch.time(() -> reader.read(codebook, Verbatim.of(text))));
        }
        Timings wall = Timings.ofNanos(watch.round().times);
        double median =
                Timings.median(speeds.stream().mapToDouble(Double::doubleValue).toArray());
        report.add(
                "static, median: %.0f/CPU-s, p50 %.3f, p99 %.3f ms by the clock", median, wall.at(0.5), wall.at(0.99));
        return median;
    }

    /** Texts a second of this thread's own CPU time. */
    private double speed(Reader reader, List<String> texts) {
        var threads = ManagementFactory.getThreadMXBean();
        reader.read(codebook, Verbatim.of(""));
        long begin = threads.getCurrentThreadCpuTime();
        for (String text : texts) {
            reader.read(codebook, Verbatim.of(text));
        }
        return texts.size() / ((threads.getCurrentThreadCpuTime() - begin) / 1e9);
    }

    /** Adds up the CPU time of many runs and keeps the wall clock of each. */
    private static final class Watch {
        private final long[] times;
        private long processor;
        private int count;

        Watch(int runs) {
            times = new long[runs];
        }

        void time(Runnable run) {
            var threads = ManagementFactory.getThreadMXBean();
            long cpu = threads.getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            run.run();
            times[count++] = System.nanoTime() - wall;
            processor += threads.getCurrentThreadCpuTime() - cpu;
        }

        Round round() {
            return new Round(count / (processor / 1e9), times);
        }
    }
}
