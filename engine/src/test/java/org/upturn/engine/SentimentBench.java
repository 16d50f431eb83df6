package org.upturn.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.upturn.engine.bench.Csv;
import org.upturn.engine.bench.Split;

/** Prints the sentiment's AUC, good against bad, on sets it never learned from; the one argument is the model. */
final class SentimentBench {
    private SentimentBench() {}

    private record Judged(double sentiment, boolean good) {}

    public static void main(String[] args) throws IOException {
        Model model = Model.of(args.length > 0 ? args[0] : "minilm");
        Sentiment sentiment = Sentiment.load(model);
        try (MeaningReader reader = Models.meanings(model)) {
            List<Judged> telecom = new ArrayList<>();
            for (Map<String, String> row : Csv.rows("telecom-nps.csv")) {
                int score = Integer.parseInt(row.getOrDefault("NPS_SCORE", "-1").strip());
                if (score >= 9 && score <= 10 || score >= 0 && score <= 6) {
                    telecom.add(new Judged(of(sentiment, reader, row.get("text"), null), score >= 9));
                }
            }
            print("telecom-nps 9-10 against 0-6", telecom);
            List<Judged> tweets = new ArrayList<>();
            for (Map<String, String> row : Csv.rows("airline-tweets.csv")) {
                String label = row.getOrDefault("airline_sentiment", "neutral");
                if (!label.equals("neutral") && Split.of(row.get("text")) != Split.TRAIN) {
                    tweets.add(new Judged(of(sentiment, reader, row.get("text"), null), label.equals("positive")));
                }
            }
            print("airline-tweets, validation and test parts", tweets);
        }
    }

    private static double of(Sentiment sentiment, MeaningReader reader, String text, String question) {
        return sentiment.of(reader.read(text).whole(), text, question);
    }

    private static void print(String name, List<Judged> judged) {
        List<Judged> sorted = judged.stream()
                .sorted(Comparator.comparingDouble(Judged::sentiment))
                .toList();
        double rankSum = 0;
        long good = 0;
        long right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            rankSum += sorted.get(i).good ? i + 1 : 0;
            good += sorted.get(i).good ? 1 : 0;
            right += sorted.get(i).good == sorted.get(i).sentiment > 0 ? 1 : 0;
        }
        double auc = (rankSum - good * (good + 1) / 2.0) / (good * (double) (sorted.size() - good));
        System.out.printf(
                "%-45s n=%d AUC %.3f accuracy %.3f%n", name, sorted.size(), auc, right / (double) sorted.size());
    }
}
