package org.upturn.benchmarks;

import java.util.List;
import org.upturn.benchmarks.reading.Part;

/** Runs one benchmark by name, or lists them all. */
public final class Bench {
    private static final List<Benchmark> ALL = List.of(
            new StartBenchmark(),
            new ReadSpeedBenchmark(),
            new ReadingBenchmark(Part.TEST),
            new ReadingBenchmark(Part.VALIDATION),
            new ArrivalBenchmark(),
            new LearnBenchmark(),
            new AnswersBenchmark(),
            new AnswerPageBenchmark(),
            new HomeBenchmark(),
            new InboxBenchmark(),
            new ClocksBenchmark(),
            new RoutingBenchmark(),
            new SearchBenchmark(),
            new RecodeBenchmark(),
            new MailsBenchmark(),
            new ScannersBenchmark(),
            new ImportBenchmark(),
            new FirstSentenceBenchmark());

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        List<String> names = given.stream().filter(one -> !one.equals("--save")).toList();
        if (names.isEmpty()) {
            ALL.forEach(one -> System.out.printf("%-12s%s%n", one.name(), one.about()));
            return;
        }
        Benchmark chosen = ALL.stream()
                .filter(one -> one.name().equals(names.getFirst()))
                .findFirst()
                .orElse(null);
        if (chosen == null || names.size() > 1) {
            System.err.println("Usage: bin/bench NAME [--save]; bin/bench alone lists the names.");
            System.exit(2);
            return;
        }
        System.exit(run(chosen, given.contains("--save")) ? 0 : 1);
    }

    private static boolean run(Benchmark benchmark, boolean save) throws Exception {
        var report = new Report();
        Machine machine = Machine.now();
        System.out.println(machine);
        Verdict verdict = benchmark.run(report);
        String last = verdict.line(benchmark.name());
        if (save) {
            Results.save(benchmark, machine, report.lines(), last);
        }
        System.out.println(last);
        return verdict.met();
    }
}
