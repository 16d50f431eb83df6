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

/**
 * Fits {@code sentiment-weights.txt} and {@code sentiment-word-weights.bin}; arguments are the model and the folder to
 * write to. Learns from restaurant-aspects.csv
 * (Apache-2.0), patient-feedback-sentiment.csv (MIT) and texts of our own, of which the sets' test parts are left out.
 */
final class SentimentTool {
    private static final double SHRINK = 1e-3;

    /** Words and pairs of words have length 2 together; this lets them weigh more. */
    private static final float WORDS_SCALE = 1.5f;

    private SentimentTool() {}

    public static void main(String[] args) throws IOException {
        List<Logistic.Sample> samples = new ArrayList<>();
        Model model = Model.of(args[0]);
        try (MeaningReader reader = Models.meanings(model)) {
            restaurants(reader, samples);
            patients(reader, samples);
            own(reader, samples);
        }
        double[] weights = Logistic.fit(samples, SHRINK);
        int inputs = samples.getFirst().inputs().length;
        StringBuilder file = new StringBuilder("# Made by SentimentTool from " + samples.size() + " texts: "
                + inputs / 2 + " weights for all texts, then as many for questions of improvement.\n");
        for (double weight : Arrays.copyOf(weights, inputs)) {
            file.append(String.format(Locale.ROOT, "%.4f%n", weight));
        }
        double[] words = Arrays.stream(weights, inputs, weights.length)
                .map(weight -> weight * WORDS_SCALE)
                .toArray();
        Path folder = Path.of(args[1]);
        Files.writeString(folder.resolve(Models.resource("sentiment-weights", model, "txt")), file);
        Files.write(
                folder.resolve(Models.resource("sentiment-word-weights", model, "bin")),
                WordWeights.of(words).bytes());
    }

    private static void restaurants(MeaningReader reader, List<Logistic.Sample> samples) throws IOException {
        for (Map<String, String> row : Csv.rows("restaurant-aspects.csv")) {
            String aspects = row.get("aspects");
            boolean good = aspects.contains("=positive");
            boolean bad = aspects.contains("=negative");
            if (row.get("split").equals("train") && !(good && bad)) {
                add(reader, samples, row.get("text"), null, good ? 1 : bad ? 0 : 0.5, good || bad ? 1 : 0.3);
            }
        }
    }

    private static void patients(MeaningReader reader, List<Logistic.Sample> samples) throws IOException {
        for (Map<String, String> row : Csv.rows("patient-feedback-sentiment.csv")) {
            String label = row.getOrDefault("sentiment_1_very_positive_to_5_very_negative", "");
            if (label.matches("[1-5]") && Csv.isTrain(row.get("text"))) {
                double target = (5 - Integer.parseInt(label)) / 4.0;
                add(reader, samples, row.get("text"), row.get("question"), target, 1);
            }
        }
    }

    private static void own(MeaningReader reader, List<Logistic.Sample> samples) {
        own(reader, samples, "sentiment-own.txt", 5);
        own(reader, samples, "sentiment-own-varied.txt", 1);
        for (String name : List.of("company", "program")) {
            for (Theme theme : CodebookFile.parse(Resources.text("codebooks/" + name + ".yaml"))
                    .themes()) {
                theme.examples().forEach(example -> add(reader, samples, example, null, 0.03, 2));
                add(reader, samples, theme.description(), null, 0.03, 2);
            }
        }
    }

    private static void own(MeaningReader reader, List<Logistic.Sample> samples, String file, double weight) {
        for (String line : Resources.lines(file)) {
            double target = line.charAt(0) == '+' ? 1 : line.charAt(0) == '-' ? 0 : 0.5;
            add(reader, samples, line.substring(2), null, target, weight);
        }
    }

    private static void add(
            MeaningReader reader,
            List<Logistic.Sample> samples,
            String text,
            @Nullable String question,
            double target,
            double weight) {
        double[] once = SentimentFeatures.of(reader.read(text).whole(), text);
        double[] inputs = Arrays.copyOf(once, 2 * once.length);
        if (question != null && SentimentFeatures.asksImprovement(question)) {
            System.arraycopy(once, 0, inputs, once.length, once.length);
        }
        samples.add(new Logistic.Sample(inputs, words(text), target, weight));
    }

    private static Ngrams words(String text) {
        Ngrams words = Ngrams.words(text);
        float[] values = words.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= WORDS_SCALE;
        }
        return new Ngrams(words.buckets(), values);
    }
}
