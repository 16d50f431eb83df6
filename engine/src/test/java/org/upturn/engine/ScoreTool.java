package org.upturn.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.learning.Ngrams;
import org.upturn.engine.score.ScoreScale;

/**
 * Fits {@code score-weights.txt}; arguments are the model and the file to write. Learns from restaurant-aspects.csv (Apache-2.0),
 * patient-feedback-sentiment.csv (MIT), of which the test parts are left out, and texts of our own with scores. Prints the
 * slope of {@code ScoreScale} that fits our own texts.
 */
final class ScoreTool {
    /** Words one by one have their say through the sentiment. */
    private static final Ngrams NO_WORDS = new Ngrams(new int[0], new float[0]);

    private static final double SHRINK = 1e-2;
    private static final double OWN_WEIGHT = 4;
    private static final double NEUTRAL_WEIGHT = 0.3;

    private final MeaningReader reader;
    private final Sentiment sentiment;
    private final List<Logistic.Sample> samples = new ArrayList<>();

    private ScoreTool(MeaningReader reader, Sentiment sentiment) {
        this.sentiment = sentiment;
        this.reader = reader;
    }

    public static void main(String[] args) throws IOException {
        Model model = Model.of(args[0]);
        try (MeaningReader reader = Models.meanings(model)) {
            ScoreTool tool = new ScoreTool(reader, Sentiment.load(model));
            tool.restaurants();
            tool.patients();
            tool.own();
            int inputs = tool.samples.getFirst().inputs().length;
            double[] weights = Arrays.copyOf(Logistic.fit(tool.samples, SHRINK), inputs);
            StringBuilder file = new StringBuilder("# Made by ScoreTool from " + tool.samples.size() + " texts.\n");
            for (double weight : weights) {
                file.append(String.format(Locale.ROOT, "%.4f%n", weight));
            }
            Files.writeString(Path.of(args[1]), file);
            tool.printSlope(new ScoreLean(weights));
        }
    }

    private void restaurants() throws IOException {
        for (Map<String, String> row : Csv.rows("restaurant-aspects.csv")) {
            String aspects = row.get("aspects");
            boolean good = aspects.contains("=positive");
            boolean bad = aspects.contains("=negative");
            if (row.get("split").equals("train")) {
                double target = good == bad ? 0.5 : good ? 1 : 0;
                add(row.get("text"), null, target, good || bad ? 1 : NEUTRAL_WEIGHT);
            }
        }
    }

    private void patients() throws IOException {
        for (Map<String, String> row : Csv.rows("patient-feedback-sentiment.csv")) {
            String label = row.getOrDefault("sentiment_1_very_positive_to_5_very_negative", "");
            if (label.matches("[1-5]") && Csv.isTrain(row.get("text"))) {
                add(row.get("text"), row.get("question"), (5 - Integer.parseInt(label)) / 4.0, 1);
            }
        }
    }

    private void own() {
        for (String line : Resources.lines("score-own.txt")) {
            int blank = line.indexOf(' ');
            add(line.substring(blank + 1), null, Integer.parseInt(line.substring(0, blank)) / 10.0, OWN_WEIGHT);
        }
    }

    private void add(String text, @Nullable String question, double target, double weight) {
        Meaning meaning = reader.read(text);
        if (!meaning.clauses().isEmpty()) {
            samples.add(new Logistic.Sample(inputs(meaning, text, question), NO_WORDS, target, weight));
        }
    }

    private double[] inputs(Meaning meaning, String text, @Nullable String question) {
        double feeling = sentiment.of(meaning.whole(), text, question);
        return ScoreFeatures.of(meaning.whole(), feeling, Feelings.of(sentiment, meaning, text), text, question);
    }

    private void printSlope(ScoreLean lean) {
        List<ScoreScale.Given> given = new ArrayList<>();
        for (String line : Resources.lines("score-own.txt")) {
            int blank = line.indexOf(' ');
            String text = line.substring(blank + 1);
            Meaning meaning = reader.read(text);
            double leaning = lean.of(inputs(meaning, text, null));
            given.add(new ScoreScale.Given(leaning, Integer.parseInt(line.substring(0, blank))));
        }
        System.out.printf(
                Locale.ROOT,
                "slope on our own texts %.2f%n",
                ScoreScale.usual().refitted(given).slope());
    }
}
