package org.upturn.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A codebook with its themes made ready for reading; costs one pass of the model for each phrase of the codebook.
 *
 * @param weights what a stem found in a clause says for each theme, 0…1
 */
record PreparedCodebook(List<Prototype> prototypes, Map<String, double[]> weights) {
    /** A word that stands in a description says less than one in the name. */
    private static final double DESCRIPTION_WEIGHT = 0.7;

    /** A word of one example may be there by chance; three examples that share it say as much as the name. */
    private static final double EXAMPLE_WEIGHT = 0.35;

    private static final double[] NOTHING = {};

    static PreparedCodebook of(Codebook codebook, OpenModel model) {
        List<Map<String, Double>> words = weights(codebook);
        List<Prototype> prototypes = new ArrayList<>();
        for (int i = 0; i < codebook.themes().size(); i++) {
            Theme theme = codebook.themes().get(i);
            List<String> phrases = phrases(theme);
            List<Meaning> meanings =
                    phrases.stream().map(model.meanings()::read).toList();
            Background.Heading heading = model.background().heading(mean(meanings));
            prototypes.add(new Prototype(
                    theme,
                    known(theme, meanings, model.background()),
                    heading,
                    model.background().spread(heading.direction().vector()),
                    words.get(i),
                    new HashSet<>(Words.stems(theme.name())),
                    complaint(phrases, meanings, model)));
        }
        return new PreparedCodebook(prototypes, byStem(words));
    }

    /** For each stem of the codebook, what it says for each theme. */
    private static Map<String, double[]> byStem(List<Map<String, Double>> words) {
        Map<String, double[]> byStem = new HashMap<>();
        for (int theme = 0; theme < words.size(); theme++) {
            for (Map.Entry<String, Double> word : words.get(theme).entrySet()) {
                byStem.computeIfAbsent(word.getKey(), stem -> new double[words.size()])[theme] = word.getValue();
            }
        }
        return byStem;
    }

    /**
     * How much the words of each clause speak for each theme: 0 none, towards 1 several telling ones.
     *
     * @return by theme, then by clause
     */
    double[][] lexical(List<Set<String>> clauses) {
        double[][] lexical = new double[prototypes.size()][clauses.size()];
        for (int clause = 0; clause < clauses.size(); clause++) {
            for (String stem : clauses.get(clause)) {
                double[] says = weights.getOrDefault(stem, NOTHING);
                for (int theme = 0; theme < says.length; theme++) {
                    lexical[theme][clause] += says[theme];
                }
            }
            for (double[] theme : lexical) {
                theme[clause] /= theme[clause] + 1;
            }
        }
        return lexical;
    }

    private static List<String> phrases(Theme theme) {
        List<String> phrases = new ArrayList<>();
        phrases.add(theme.name());
        if (!theme.description().isBlank()) {
            phrases.add(theme.name() + ": " + theme.description());
        }
        phrases.addAll(theme.examples());
        return phrases;
    }

    /** The phrases in the order of {@link #phrases}, the description without the name before it. */
    private static List<Prototype.Phrase> known(Theme theme, List<Meaning> meanings, Background background) {
        List<Prototype.Phrase> known = new ArrayList<>();
        int first = meanings.size() - theme.examples().size();
        for (int i = 0; i < meanings.size(); i++) {
            Background.Heading heading = background.heading(meanings.get(i).whole());
            if (i == 0) {
                known.add(new Prototype.Phrase(Explanation.Nearest.Kind.NAME, 0, theme.name(), heading));
            } else if (i < first) {
                known.add(new Prototype.Phrase(Explanation.Nearest.Kind.DESCRIPTION, 0, theme.description(), heading));
            } else {
                String example = theme.examples().get(i - first);
                known.add(new Prototype.Phrase(Explanation.Nearest.Kind.EXAMPLE, i - first + 1, example, heading));
            }
        }
        return known;
    }

    private static float[] mean(List<Meaning> meanings) {
        float[] sum = new float[meanings.getFirst().whole().length];
        meanings.forEach(meaning -> Vectors.add(sum, meaning.whole()));
        return Vectors.unit(sum);
    }

    /** Between a mean sentiment of −0.2 (neutral enough) and −0.6 (plainly a complaint) the theme becomes one. */
    private static double complaint(List<String> phrases, List<Meaning> meanings, OpenModel model) {
        double sum = 0;
        for (int i = 0; i < phrases.size(); i++) {
            Meaning felt = model.felt(phrases.get(i), meanings.get(i));
            sum += model.sentiment().of(felt.whole(), phrases.get(i), null);
        }
        return Math.clamp((-sum / phrases.size() - 0.2) / 0.4, 0, 1);
    }

    private static List<Map<String, Double>> weights(Codebook codebook) {
        List<Map<String, Double>> found = new ArrayList<>();
        Map<String, Integer> themesWith = new HashMap<>();
        for (Theme theme : codebook.themes()) {
            Map<String, Double> weights = new HashMap<>();
            Words.stems(theme.description()).forEach(stem -> weights.put(stem, DESCRIPTION_WEIGHT));
            for (String example : theme.examples()) {
                stems(example)
                        .forEach(stem -> weights.merge(stem, EXAMPLE_WEIGHT, (sum, more) -> Math.min(1, sum + more)));
            }
            Words.stems(theme.name()).forEach(stem -> weights.put(stem, 1.0));
            weights.keySet().forEach(stem -> themesWith.merge(stem, 1, Integer::sum));
            found.add(weights);
        }
        int themes = codebook.themes().size();
        found.forEach(weights -> weights.replaceAll((stem, weight) -> weight * rarity(themes, themesWith.get(stem))));
        return found;
    }

    /** 1 for a word of a single theme, 0 for a word of every theme. */
    private static double rarity(int themes, int with) {
        return themes <= 1 ? 1 : 1 - Math.log(with) / Math.log(themes);
    }

    static Set<String> stems(String clause) {
        return new LinkedHashSet<>(Words.stems(clause));
    }
}
