package org.upturn.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.upturn.engine.Codebook;
import org.upturn.engine.Learned;
import org.upturn.engine.Meaning;
import org.upturn.engine.Reader;
import org.upturn.engine.Recoder;
import org.upturn.engine.Theme;
import org.upturn.engine.Verbatim;
import org.upturn.engine.recode.Clause;
import org.upturn.engine.recode.Coded;
import org.upturn.engine.recode.Remembered;

/** A whole history against a changed codebook, without the model. */
final class RecodeBenchmark implements Benchmark {
    private static final int TEXTS = 1_000_000;
    private static final int THEMES = 32;
    private static final int OF_EACH_FILE = 300;
    private static final int ROUNDS = 5;
    private static final double GOAL_ALL = 1.5;
    private static final double GOAL_ONE = 100;

    @Override
    public String name() {
        return "recode";
    }

    @Override
    public String about() {
        return "1,000,000 stored verbatims coded again by 32 themes and by one of them, on all cores, without the model";
    }

    @Override
    public Verdict run(Report report) throws IOException {
        Codebook codebook = codebook();
        try (Reader reader = Reader.load()) {
            Recoder recoder = reader.recoder();
            List<Remembered> real = real(report, reader, recoder, codebook);
            fill(report, recoder, real);
            plain(report, recoder.clauses());
            return measure(report, recoder, codebook);
        }
    }

    /** Two starter codebooks together. */
    private static Codebook codebook() {
        List<Theme> themes = Stream.of("company", "program")
                .flatMap(kind -> Codebook.starter(kind).themes().stream())
                .limit(THEMES)
                .toList();
        return new Codebook("Both", themes);
    }

    /** Reads real texts once by the model, and again from their stored meanings. */
    private static List<Remembered> real(Report report, Reader reader, Recoder recoder, Codebook codebook)
            throws IOException {
        List<Verbatim> verbatims = new ArrayList<>();
        for (String file : List.of("telecom-nps.csv", "fabsa.csv", "airline-tweets.csv")) {
            RealTexts.of(file, OF_EACH_FILE).forEach(text -> verbatims.add(Verbatim.of(text)));
        }
        reader.read(codebook, verbatims.getFirst());
        long begin = cpu();
        List<Meaning> meanings =
                verbatims.stream().map(one -> reader.meaning(one.text())).toList();
        double model = (cpu() - begin) / 1e9;
        long bytes = meanings.stream().mapToLong(one -> one.bytes().length).sum();
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < 3; round++) {
            begin = cpu();
            for (int i = 0; i < verbatims.size(); i++) {
                byte[] stored = meanings.get(i).bytes();
                Meaning meaning =
                        reader.findMeaning(verbatims.get(i).text(), stored).orElseThrow();
                reader.read(codebook, Learned.NOTHING, verbatims.get(i), meaning);
            }
            best = Math.min(best, (cpu() - begin) / 1e9);
        }
        report.add(
                "%d real texts: meaning by the model %.0f a CPU-second, whole reading from a stored one %.0f; %d bytes stored each",
                verbatims.size(), verbatims.size() / model, verbatims.size() / best, bytes / verbatims.size());
        List<Remembered> real = new ArrayList<>();
        for (int i = 0; i < verbatims.size(); i++) {
            real.add(recoder.remembered(verbatims.get(i), meanings.get(i)));
        }
        return real;
    }

    /** Multiplies the real texts in random order, each time with every byte of every direction moved a little. */
    private static void fill(Report report, Recoder recoder, List<Remembered> real) {
        SplittableRandom random = new SplittableRandom(1);
        long begin = cpu();
        for (int i = 0; i < TEXTS; i++) {
            Remembered one = real.get(random.nextInt(real.size()));
            List<Clause> clauses =
                    one.clauses().stream().map(clause -> moved(clause, random)).toList();
            recoder.add(new Remembered(one.foreign(), clauses));
        }
        recoder.recode(Codebook.starter("company"), text -> {});
        report.add(
                "%d texts, %.2f clauses each, %d MB (%d bytes a text); varied and laid out in %.0f CPU-seconds",
                recoder.texts(),
                recoder.clauses() / (double) recoder.texts(),
                recoder.memory() >> 20,
                recoder.memory() / recoder.texts(),
                (cpu() - begin) / 1e9);
    }

    private static Clause moved(Clause clause, SplittableRandom random) {
        byte[] bytes = clause.direction().clone();
        for (int i = 0; i < bytes.length; ) {
            for (long noise = random.nextLong(), left = 16; left > 0 && i < bytes.length; left--, i++, noise >>>= 4) {
                bytes[i] = (byte) Math.clamp(bytes[i] + (noise & 15) - 8, -127, 127);
            }
        }
        return new Clause(bytes, clause.reach(), clause.share(), clause.feeling(), clause.stems());
    }

    /** One loop over bytes, one thread, products only, for a fiftieth of the clauses. */
    private static void plain(Report report, long clauses) {
        byte[] all = new byte[(int) (clauses / 50) * PlainProducts.NUMBERS];
        byte[] themes = new byte[THEMES * PlainProducts.NUMBERS];
        new java.util.Random(1).nextBytes(all);
        new java.util.Random(2).nextBytes(themes);
        double best = Double.POSITIVE_INFINITY;
        long sum = 0;
        for (int round = 0; round < 3; round++) {
            long begin = cpu();
            sum += PlainProducts.sum(all, themes);
            best = Math.min(best, (cpu() - begin) / 1e9);
        }
        report.add(
                "for comparison, a plain loop over bytes: products alone %.1f CPU-seconds (a fiftieth measured; check %d)",
                50 * best, sum % 1_000);
    }

    private static Verdict measure(Report report, Recoder recoder, Codebook codebook) throws IOException {
        double[] all = new double[ROUNDS];
        double[] one = new double[ROUNDS];
        LongAdder decided = new LongAdder();
        for (int round = -2; round < ROUNDS; round++) {
            decided.reset();
            long cpu = cpu();
            long begin = System.nanoTime();
            recoder.recode(codebook, text -> decided.add(count(text)));
            long middle = System.nanoTime();
            long cpuMiddle = cpu();
            recoder.recode(codebook, codebook.themes().get(round + 2).id(), text -> {});
            long end = System.nanoTime();
            if (round >= 0) {
                all[round] = (middle - begin) / 1e9;
                one[round] = (end - middle) / 1e6;
                report.add(
                        "round %d: all %.2f s (%.2f CPU-seconds), one %.0f ms (%.0f CPU-milliseconds) (load %s)",
                        round + 1,
                        all[round],
                        (cpuMiddle - cpu) / 1e9,
                        one[round],
                        (cpu() - cpuMiddle) / 1e6,
                        Machine.loadNow());
            }
        }
        report.add("%.2f themes decided a text", decided.sum() / (double) recoder.texts());
        double medianAll = Timings.median(all);
        double medianOne = Timings.median(one);
        return new Verdict(
                String.format("all themes %.2f s, one theme %.0f ms", medianAll, medianOne),
                "≤ 1.5 s, ≤ 100 ms",
                medianAll <= GOAL_ALL && medianOne <= GOAL_ONE);
    }

    private static int count(Coded text) {
        int decided = 0;
        for (int theme = 0; theme < THEMES; theme++) {
            decided += text.probability(theme) >= 0.5 ? 1 : 0;
        }
        return decided;
    }

    /** Nanoseconds that all threads of this program have worked. */
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
