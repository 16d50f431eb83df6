package org.upturn.benchmarks;

import java.io.IOException;
import java.util.List;
import org.upturn.benchmarks.reading.DiscoveryFigures;
import org.upturn.benchmarks.reading.EvidenceFigures;
import org.upturn.benchmarks.reading.LabelledSet;
import org.upturn.benchmarks.reading.Part;
import org.upturn.benchmarks.reading.ScoreFigures;
import org.upturn.benchmarks.reading.SentimentFigures;
import org.upturn.benchmarks.reading.ThemeFigures;
import org.upturn.engine.Reader;

/** How well the engine reads, on parts of sets that people labelled: those kept for measuring, or those to develop on. */
final class ReadingBenchmark implements Benchmark {
    private static final int ANSWERS = 8;
    private static final int EXAMPLES = 16;
    private static final int DRAWS = 3;
    private static final double CALIBRATION = 0.05;

    private final Part judged;

    /** Judged on the test parts, or on the validation parts. */
    ReadingBenchmark(Part judged) {
        this.judged = judged;
    }

    @Override
    public String name() {
        return judged == Part.TEST ? "reading" : "reading-dev";
    }

    @Override
    public String about() {
        return "how well themes, evidence, sentiment, groups and scores are read, "
                + (judged == Part.TEST ? "test parts of public sets" : "parts to develop on");
    }

    @Override
    public Verdict run(Report report) throws IOException {
        Goals goals = new Goals(report);
        try (Reader reader = Reader.load()) {
            sentiment(goals, new SentimentFigures(reader, judged));
            score(goals, new ScoreFigures(reader, judged));
            themes(goals, new ThemeFigures(reader, LabelledSet.FABSA, judged));
            otherSets(goals, reader);
            evidence(goals, new EvidenceFigures(reader));
        }
        discovery(goals);
        return goals.verdict();
    }

    private static void themes(Goals goals, ThemeFigures themes) {
        String set = "fabsa, micro-F1 of decided themes, ";
        ThemeFigures.Figures none = themes.withoutLabels();
        goals.atLeast(set + "no label", none.microF1(), ".465", 0.62);
        calibration(goals, none);
        ThemeFigures.Figures answers = themes.withAnswers(ANSWERS);
        goals.atLeast(set + ANSWERS + " answers", answers.microF1(), ".557", 0.68);
        calibration(goals, answers);
        double sum = 0;
        double error = 0;
        for (int draw = 1; draw <= DRAWS; draw++) {
            ThemeFigures.Figures examples = themes.withExamples(EXAMPLES, draw);
            sum += examples.microF1();
            error += examples.calibrationError();
        }
        goals.atLeast(set + EXAMPLES + " examples, " + DRAWS + " draws", sum / DRAWS, ".582", 0.70);
        goals.atMost("  calibration error there", error / DRAWS, "–", CALIBRATION);
        ThemeFigures.Figures all = themes.withAllLabels();
        goals.atLeast(set + "all labels", all.microF1(), ".786", 0.82);
        calibration(goals, all);
    }

    /** One rule reads all codebooks; these show that it is not fabsa’s own. */
    private void otherSets(Goals goals, Reader reader) throws IOException {
        for (LabelledSet set : List.of(LabelledSet.RESTAURANT, LabelledSet.AIRLINE, LabelledSet.COURSE)) {
            ThemeFigures.Figures none = new ThemeFigures(reader, set, judged).withoutLabels();
            goals.beside(set.title() + ", micro-F1 of decided themes, no label", none.microF1());
        }
    }

    /** To develop on, places are marked in train parts only. */
    private void evidence(Goals goals, EvidenceFigures evidence) throws IOException {
        EvidenceFigures.Figures places = evidence.of(judged == Part.TEST ? Part.TEST : Part.TRAIN);
        String what = "evidence, " + places.texts() + " texts, at first try (baseline of another set)";
        goals.atLeast(what, places.hits(), ".694", 0.90);
        goals.beside("  marked words covered", places.covered());
    }

    private static void calibration(Goals goals, ThemeFigures.Figures figures) {
        goals.atMost("  calibration error there", figures.calibrationError(), "–", CALIBRATION);
        goals.beside("  precision", figures.precision());
        goals.beside("  recall", figures.recall());
    }

    private static void sentiment(Goals goals, SentimentFigures sentiment) throws IOException {
        String what = "sentiment, AUC of good against bad, ";
        goals.atLeast(what + "airline-tweets", sentiment.tweets(), ".954", 0.97);
        goals.atLeast(what + "fabsa", sentiment.fabsa(), ".979", 0.988);
        goals.atLeast(what + "telecom-nps", sentiment.telecom(), ".978", 0.985);
    }

    /** The baseline learned from the train part, as a program does from its own answers. */
    private static void score(Goals goals, ScoreFigures scores) throws IOException {
        ScoreFigures.Figures unseen = scores.unseen();
        goals.atMost("score, telecom-nps, unseen program: mean miss", unseen.miss(), "2.67", 2.0);
        goals.atLeast("  AUC of detractors", unseen.detractors(), ".901", 0.93);
        ScoreFigures.Figures own = scores.afterOwnAnswers();
        goals.atMost("score, telecom-nps, after own answers: mean miss", own.miss(), "1.67", 1.5);
        goals.atLeast("  AUC of detractors", own.detractors(), ".942", 0.96);
    }

    private void discovery(Goals goals) throws IOException {
        DiscoveryFigures.Figures groups = DiscoveryFigures.of(judged);
        goals.atLeast("discovery, Banking77, number unknown: NMI", groups.information(), ".865", 0.90);
        goals.atLeast("  ARI", groups.rand(), ".655", 0.74);
        goals.beside("  groups found (77 intents)", groups.groups());
    }
}
