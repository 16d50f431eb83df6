package org.upturn.benchmarks.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.upturn.benchmarks.reading.LabelledSet.Labelled;
import org.upturn.engine.Codebook;
import org.upturn.engine.Coding;
import org.upturn.engine.Judgement;
import org.upturn.engine.Learned;
import org.upturn.engine.Learner;
import org.upturn.engine.Question;
import org.upturn.engine.Reader;
import org.upturn.engine.Verbatim;

/** Decided themes against those that people gave, in one part of a set; labels, where used, are of its train part. */
public final class ThemeFigures {
    private static final int BINS = 10;

    private final Reader reader;
    private final Codebook codebook;
    private final Learner learner;
    private final List<Labelled> train;
    private final List<Labelled> judged;

    /**
     * What came out.
     *
     * @param judgements how many yes and no were learned from
     * @param calibrationError of decided themes: how far their probabilities lie from how often they are right, by tenths
     */
    public record Figures(int judgements, double microF1, double precision, double recall, double calibrationError) {}

    public ThemeFigures(Reader reader, LabelledSet set, Part judged) throws IOException {
        this.reader = reader;
        this.codebook = set.codebook();
        this.learner = reader.learner(codebook);
        this.train = set.texts(Part.TRAIN);
        this.judged = set.texts(judged);
    }

    /** Names and descriptions only. */
    public Figures withoutLabels() {
        return measured(List.of());
    }

    /** So many yes/no answers a theme, to the questions that {@code ask} picks. */
    public Figures withAnswers(int each) {
        List<String> texts = train.stream().map(Labelled::text).toList();
        List<Judgement> answers = new ArrayList<>();
        for (Question question : learner.ask(Learned.NOTHING, texts, each)) {
            Labelled asked = train.get(question.number());
            answers.add(
                    new Judgement(asked.text(), question.theme(), asked.themes().contains(question.theme())));
        }
        return measured(answers);
    }

    /** Fully labelled texts in a drawn order, taken as long as one of their themes is short of so many examples. */
    public Figures withExamples(int each, int draw) {
        List<Labelled> drawn = new ArrayList<>(train);
        Collections.shuffle(drawn, new Random(draw));
        Map<String, Integer> counts = new HashMap<>();
        List<Labelled> examples = new ArrayList<>();
        for (Labelled text : drawn) {
            if (text.themes().stream().anyMatch(theme -> counts.getOrDefault(theme, 0) < each)) {
                examples.add(text);
                text.themes().forEach(theme -> counts.merge(theme, 1, Integer::sum));
            }
        }
        return measured(judgements(examples));
    }

    /** All labels of the train part. */
    public Figures withAllLabels() {
        return measured(judgements(train));
    }

    /** What people said of one theme in the first texts of the train part. */
    public List<Judgement> judgements(String theme, int texts) {
        return train.stream()
                .limit(texts)
                .map(text -> new Judgement(text.text(), theme, text.themes().contains(theme)))
                .toList();
    }

    /** Learns the codebook of this set. */
    public Learner learner() {
        return learner;
    }

    private List<Judgement> judgements(List<Labelled> texts) {
        return texts.stream()
                .flatMap(text -> Judgement.all(codebook, text.text(), text.themes()).stream())
                .toList();
    }

    private Figures measured(List<Judgement> judgements) {
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
        double error = Arrays.stream(gaps).map(Math::abs).sum();
        return new Figures(
                judgements.size(),
                2.0 * right / (said + given),
                right / (double) said,
                right / (double) given,
                error / said);
    }
}
