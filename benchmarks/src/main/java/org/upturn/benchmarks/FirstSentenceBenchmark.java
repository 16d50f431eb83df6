package org.upturn.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upturn.benchmarks.FollowUpSet.FollowUp;
import org.upturn.benchmarks.FollowUpSet.Label;
import org.upturn.engine.Codebook;
import org.upturn.engine.Coding;
import org.upturn.engine.Reader;
import org.upturn.engine.Verbatim;
import org.upturn.engine.guard.Finding;
import org.upturn.engine.guard.FirstSentence;
import org.upturn.engine.guard.Heard;
import org.upturn.engine.guard.Said;

/** How often the guard of the first sentence is right, each verbatim read as the server reads it. */
final class FirstSentenceBenchmark implements Benchmark {
    private static final double PRECISION = 0.90;
    private static final double RECALL = 0.90;
    private static final Map<String, String> CODEBOOKS = Map.of(
            "school",
            "program",
            "nonprofit",
            "nonprofit",
            "saas",
            "company",
            "airline",
            "company",
            "clinic",
            "company");

    @Override
    public String name() {
        return "first-sentence";
    }

    @Override
    public String about() {
        return "first sentences of letters that name what a person said, generic ones, and near misses: what the guard lets through";
    }

    /** What the guard made of a part. */
    private record Counts(Map<Label, int[]> byLabel, List<String> wrong) {
        int passed(Label label) {
            return byLabel.get(label)[0];
        }

        int of(Label label) {
            return byLabel.get(label)[1];
        }

        double precision() {
            int all = passed(Label.GOOD) + passed(Label.GENERIC) + passed(Label.NEAR_MISS);
            return (double) passed(Label.GOOD) / all;
        }

        double recall() {
            return (double) passed(Label.GOOD) / of(Label.GOOD);
        }
    }

    @Override
    public Verdict run(Report report) throws IOException {
        List<FollowUp> all = FollowUpSet.all();
        try (Reader reader = Reader.load()) {
            Counts tune = count(reader, all, "tune");
            Counts test = count(reader, all, "test");
            Counts later = count(reader, all, "later");
            report.add("%d follow-ups to %d verbatims, read with the starter codebooks", all.size(), verbatims(all));
            show(report, "looked at while it was made", tune);
            show(report, "only measured", test);
            test.wrong().forEach(line -> report.add("  %s", line));
            show(report, "written later to get past it, with opposites and free paraphrases; looked at once", later);
            later.wrong().forEach(line -> report.add("  %s", line));
            boolean met = test.precision() >= PRECISION && test.recall() >= RECALL;
            return new Verdict(
                    String.format(
                            java.util.Locale.ROOT,
                            "precision %.3f, recall %.3f on what was only measured",
                            test.precision(),
                            test.recall()),
                    "≥ 0.90 and ≥ 0.90",
                    met);
        }
    }

    private static void show(Report report, String part, Counts counts) {
        report.add(
                "%s: precision %.3f, recall %.3f; let through %d of %d good, %d of %d generic, %d of %d near misses",
                part,
                counts.precision(),
                counts.recall(),
                counts.passed(Label.GOOD),
                counts.of(Label.GOOD),
                counts.passed(Label.GENERIC),
                counts.of(Label.GENERIC),
                counts.passed(Label.NEAR_MISS),
                counts.of(Label.NEAR_MISS));
    }

    private static Counts count(Reader reader, List<FollowUp> all, String part) {
        var byLabel = new EnumMap<Label, int[]>(Label.class);
        for (Label label : Label.values()) {
            byLabel.put(label, new int[2]);
        }
        var wrong = new ArrayList<String>();
        for (FollowUp one : all) {
            if (one.part().equals(part)) {
                Finding finding = FirstSentence.check(one.sentence(), said(reader, one), reader.passages()::nearness);
                byLabel.get(one.label())[1]++;
                byLabel.get(one.label())[0] += finding.passes() ? 1 : 0;
                if (finding.passes() != (one.label() == Label.GOOD)) {
                    wrong.add((finding.passes() ? "let through, " : "refused, ") + one.label() + ": " + one.sentence()
                            + " [" + finding + "]");
                }
            }
        }
        if (part.equals("tune") && System.getenv("UPTURN_BENCH_SHOW") != null) {
            wrong.forEach(System.out::println);
        }
        return new Counts(byLabel, wrong);
    }

    private static Said said(Reader reader, FollowUp one) {
        Codebook codebook = Codebook.starter(CODEBOOKS.get(one.kind()));
        List<Coding> found = reader.read(codebook, Verbatim.of(one.verbatim())).decided();
        var names = new java.util.HashMap<String, String>();
        codebook.themes().forEach(theme -> names.put(theme.id(), theme.name()));
        Set<String> read = new HashSet<>(found.stream().map(Coding::theme).toList());
        return new Said(
                one.verbatim(),
                found.stream()
                        .map(coding -> new Heard(
                                names.get(coding.theme()),
                                one.verbatim().substring(coding.start(), coding.end()),
                                coding.sentiment()))
                        .toList(),
                codebook.themes().stream()
                        .filter(theme -> !read.contains(theme.id()))
                        .map(theme -> theme.name())
                        .toList(),
                List.of());
    }

    private static long verbatims(List<FollowUp> all) {
        return all.stream().map(FollowUp::verbatim).distinct().count();
    }
}
