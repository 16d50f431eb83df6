package org.upturn.engine.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.upturn.engine.Codebook;
import org.upturn.engine.Coding;
import org.upturn.engine.Judgement;
import org.upturn.engine.Learned;
import org.upturn.engine.Learner;
import org.upturn.engine.Question;
import org.upturn.engine.Reader;
import org.upturn.engine.Verbatim;
import org.upturn.engine.bench.LabelledSet.Labelled;

/**
 * Prints how well themes are read with no label, with 8 answers a theme picked by {@code ask}, with 16 examples a theme
 * and with all train labels, judged on the validation part of a set; and how long one more answer takes. It is for choosing;
 * test parts are measured by {@code bin/bench reading}. Arguments: the set (FABSA); a second one, to measure the time alone.
 */
public final class LearningBench {
    private static final int ANSWERS = 8;
    private static final int EXAMPLES = 16;
    private static final int SEEDS = 3;
    private static final int LABELS_FOR_SPEED = 400;
    private static final int BINS = 10;

    private final Reader reader;
    private final Codebook codebook;
    private final Learner learner;
    private final List<Labelled> train;
    private final List<Labelled> judged;

    private LearningBench(Reader reader, LabelledSet set) throws IOException {
        this.reader = reader;
        this.codebook = set.codebook();
        this.learner = reader.learner(codebook);
        this.train = part(set, Split.TRAIN);
        this.judged = part(set, Split.VALIDATION);
    }

    public static void main(String[] args) throws IOException {
        LabelledSet set = LabelledSet.valueOf(args.length > 0 ? args[0] : "FABSA");
        try (Reader reader = Reader.load()) {
            LearningBench bench = new LearningBench(reader, set);
            if (args.length > 1) {
                bench.speed();
            } else {
                bench.run();
            }
        }
    }

    private static List<Labelled> part(LabelledSet set, Split part) throws IOException {
        return set.texts().stream().filter(text -> text.split() == part).toList();
    }

    private void run() {
        print("no label", List.of());
        print(ANSWERS + " answers a theme", answers());
        for (int seed = 1; seed <= SEEDS; seed++) {
            print(EXAMPLES + " examples a theme, seed " + seed, labels(examples(seed)));
        }
        speed();
        print("all train labels", labels(train));
    }

    private List<Judgement> answers() {
        List<String> texts = train.stream().map(Labelled::text).toList();
        List<Judgement> answers = new ArrayList<>();
        for (Question question : learner.ask(Learned.NOTHING, texts, ANSWERS)) {
            Labelled asked = train.get(question.number());
            answers.add(
                    new Judgement(asked.text(), question.theme(), asked.themes().contains(question.theme())));
        }
        return answers;
    }

    /** Fully labelled texts in a drawn order, taken as long as one of their themes is short of examples. */
    private List<Labelled> examples(int seed) {
        List<Labelled> drawn = new ArrayList<>(train);
        Collections.shuffle(drawn, new Random(seed));
        Map<String, Integer> counts = new HashMap<>();
        List<Labelled> examples = new ArrayList<>();
        for (Labelled text : drawn) {
            if (text.themes().stream()
                    .anyMatch(theme -> codebook.theme(theme).isPresent() && counts.getOrDefault(theme, 0) < EXAMPLES)) {
                examples.add(text);
                text.themes().forEach(theme -> counts.merge(theme, 1, Integer::sum));
            }
        }
        return examples;
    }

    private List<Judgement> labels(List<Labelled> texts) {
        return texts.stream()
                .flatMap(text -> Judgement.all(codebook, text.text(), text.themes()).stream())
                .toList();
    }

    private void print(String what, List<Judgement> judgements) {
        Learned learned = learner.learn(judgements);
        int right = 0;
        int said = 0;
        int given = 0;
        double[] gaps = new double[BINS];
        for (Labelled text : judged) {
            given += text.themes().size();
            for (Coding coding :
                    reader.read(codebook, learned, Verbatim.of(text.text())).decided()) {
                boolean there = text.themes().contains(coding.theme());
                said++;
                right += there ? 1 : 0;
                gaps[Math.min(BINS - 1, (int) (coding.probability() * BINS))] += coding.probability() - (there ? 1 : 0);
            }
        }
        double error = 0;
        for (double gap : gaps) {
            error += Math.abs(gap);
        }
        System.out.printf(
                "%s, %d judgements: micro-F1 %.3f, precision %.3f, recall %.3f, calibration error of decided themes %.3f%n",
                what,
                judgements.size(),
                2.0 * right / (said + given),
                right / (double) said,
                right / (double) given,
                error / said);
    }

    /** One more answer when 400 are known: spread over the themes, and all of one theme. */
    private void speed() {
        List<Judgement> spread = new ArrayList<>();
        List<Judgement> single = new ArrayList<>();
        for (int i = 0; i < LABELS_FOR_SPEED; i++) {
            List<Judgement> all =
                    Judgement.all(codebook, train.get(i).text(), train.get(i).themes());
            spread.add(all.get(i % all.size()));
            single.add(all.getFirst());
        }
        System.out.printf(
                "one more answer with %d in all: %.1f ms of CPU time; with all of them on one theme: %.1f ms%n",
                LABELS_FOR_SPEED, oneMore(spread), oneMore(single));
    }

    /** Median in milliseconds of this thread's CPU time, which does the whole work of one theme, after warming up. */
    private double oneMore(List<Judgement> judgements) {
        int rounds = 40;
        double[] times = new double[rounds];
        for (int round = 0; round < 2 * rounds; round++) {
            int known = judgements.size() - 2 * rounds + round;
            learner.learn(judgements.subList(0, known));
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            learner.learn(judgements.subList(0, known + 1));
            times[round % rounds] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        return times[rounds / 2];
    }
}
