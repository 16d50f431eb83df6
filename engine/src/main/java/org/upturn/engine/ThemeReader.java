package org.upturn.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Says which themes a text holds. Each theme is judged at the clause that speaks most for it; one logistic rule, the same
 * for every codebook, turns likeness and shared words into a probability. Constants and their source: RATIONALE.md.
 */
final class ThemeReader {
    /** What the shared words of a clause weigh beside its likeness when clauses and themes are compared. */
    static final double WORDS = 0.15;

    private ThemeReader() {}

    /**
     * What speaks for a theme in a text.
     *
     * @param clause index of the clause that speaks most for it
     * @param likeness cosine of that clause with the theme, both centred, −1…1
     * @param words shared words, 0…1
     * @param named part of the theme's name that stands in the clause, 0…1
     * @param lead how far the theme leads all others in some clause, −1…1; negative when it leads nowhere
     * @param usual how like ordinary feedback is to the theme
     */
    record Evidence(
            Prototype prototype,
            int clause,
            double likeness,
            double words,
            double named,
            double lead,
            Background.Spread usual) {}

    /**
     * What the codebook alone says of a theme in a text.
     *
     * @param clause index of the clause that speaks most for it
     * @param probability 0…1
     */
    record Prior(String theme, int clause, double probability) {}

    /**
     * One for each theme, in the codebook's order.
     *
     * @param feelings sentiment of each clause, −1…1
     */
    static List<Prior> priors(List<Evidence> evidences, String language, double[] feelings) {
        boolean foreign = Language.isForeign(language);
        List<Prior> priors = new ArrayList<>();
        for (Evidence evidence : evidences) {
            priors.add(new Prior(
                    evidence.prototype().theme().id(),
                    evidence.clause(),
                    ThemeRule.probability(evidence, feelings, foreign)));
        }
        return priors;
    }

    static List<Evidence> evidence(Comparison comparison) {
        double[][] strength = strength(comparison);
        double[] leads = leads(strength);
        List<Evidence> found = new ArrayList<>();
        for (int theme = 0; theme < strength.length; theme++) {
            Prototype prototype = comparison.prototypes().get(theme);
            int clause = strongest(strength[theme]);
            found.add(new Evidence(
                    prototype,
                    clause,
                    comparison.likeness()[theme][clause],
                    comparison.words()[theme][clause],
                    prototype.named(comparison.stems().get(clause)),
                    leads[theme],
                    prototype.spread()));
        }
        return found;
    }

    private static double[][] strength(Comparison comparison) {
        double[][] strength =
                new double[comparison.prototypes().size()][comparison.clauses().size()];
        for (int theme = 0; theme < strength.length; theme++) {
            for (int clause = 0; clause < strength[theme].length; clause++) {
                strength[theme][clause] = comparison.strength(theme, clause, WORDS);
            }
        }
        return strength;
    }

    private static double[] leads(double[][] strength) {
        double[] leads = new double[strength.length];
        java.util.Arrays.fill(leads, strength.length == 1 ? 0 : -1);
        for (int clause = 0; strength.length > 1 && clause < strength[0].length; clause++) {
            double first = -9;
            double second = -9;
            for (double[] theme : strength) {
                second = Math.max(second, Math.min(first, theme[clause]));
                first = Math.max(first, theme[clause]);
            }
            for (int theme = 0; theme < strength.length; theme++) {
                double own = strength[theme][clause];
                leads[theme] = Math.max(leads[theme], own - (own == first ? second : first));
            }
        }
        return leads;
    }

    private static int strongest(double[] clauses) {
        int best = 0;
        for (int clause = 1; clause < clauses.length; clause++) {
            best = clauses[clause] > clauses[best] ? clause : best;
        }
        return best;
    }
}
