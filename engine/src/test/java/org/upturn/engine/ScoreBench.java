package org.upturn.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.upturn.engine.bench.Csv;
import org.upturn.engine.bench.Split;
import org.upturn.engine.score.ScoreScale;

/**
 * Prints how well scores are told from words on telecom-nps.csv, which nothing that ships has learned from: the test part
 * with the usual scale, and with the scale refitted to some answers of the other parts, as a program does for itself. The one
 * argument is the model.
 */
final class ScoreBench {
    private static final int[] ANSWERS = {25, 50, 100, 200, 1_000};
    private static final int DRAWS = 10;
    private static final int HIGHEST_DETRACTOR = 6;

    private ScoreBench() {}

    public static void main(String[] args) throws IOException {
        List<ScoreScale.Given> learnt = new ArrayList<>();
        List<ScoreScale.Given> tested = new ArrayList<>();
        Model model = Model.of(args.length > 0 ? args[0] : "minilm");
        Sentiment sentiment = Sentiment.load(model);
        ScoreLean lean = ScoreLean.load(model);
        java.util.Set<String> seen = new java.util.HashSet<>();
        try (MeaningReader reader = Models.meanings(model)) {
            for (Map<String, String> row : Csv.rows("telecom-nps.csv")) {
                String text = row.getOrDefault("text", "");
                int score = Integer.parseInt(row.getOrDefault("NPS_SCORE", "-1").strip());
                Meaning meaning = reader.read(text);
                if (score < 0
                        || score > 10
                        || meaning.clauses().isEmpty()
                        || !seen.add(text.strip().toLowerCase(Locale.ROOT))) {
                    continue;
                }
                double leaning = lean.of(meaning, Feelings.of(sentiment, meaning, text), text, null);
                (Split.of(text) == Split.TEST ? tested : learnt).add(new ScoreScale.Given(leaning, score));
            }
        }
        print("usual scale", ScoreScale.usual(), tested);
        suggested(tested);
        for (int answers : ANSWERS) {
            double sum = 0;
            Random random = new Random(1);
            for (int draw = 0; draw < DRAWS; draw++) {
                Collections.shuffle(learnt, random);
                sum += miss(ScoreScale.usual().refitted(learnt.subList(0, answers)), tested);
            }
            System.out.printf(
                    Locale.ROOT, "refitted to %d answers: MAE %.2f (mean of %d draws)%n", answers, sum / DRAWS, DRAWS);
        }
    }

    private static void print(String name, ScoreScale scale, List<ScoreScale.Given> given) {
        System.out.printf(
                Locale.ROOT,
                "%s, %d texts: MAE %.2f, AUC of detractors %.3f, of promoters %.3f%n",
                name,
                given.size(),
                miss(scale, given),
                auc(given, HIGHEST_DETRACTOR),
                auc(given, 8));
    }

    private static void suggested(List<ScoreScale.Given> given) {
        List<ScoreScale.Given> sure = given.stream()
                .filter(each -> ScoreScale.usual().suggest(each.lean()).isPresent())
                .toList();
        System.out.printf(
                Locale.ROOT,
                "suggested for %d of %d: MAE %.2f there%n",
                sure.size(),
                given.size(),
                miss(ScoreScale.usual(), sure));
    }

    private static double miss(ScoreScale scale, List<ScoreScale.Given> given) {
        return given.stream()
                .mapToDouble(each -> Math.abs(scale.of(each.lean()).median() - each.score()))
                .average()
                .orElse(0);
    }

    private static double auc(List<ScoreScale.Given> given, int highestBad) {
        List<ScoreScale.Given> sorted = given.stream()
                .sorted(Comparator.comparingDouble(ScoreScale.Given::lean))
                .toList();
        double ranks = 0;
        long good = 0;
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).score() > highestBad) {
                ranks += i + 1;
                good++;
            }
        }
        return (ranks - good * (good + 1) / 2.0) / (good * (double) (sorted.size() - good));
    }
}
