package org.upturn.engine;

import org.upturn.engine.recode.Rule;

/** From evidence to probability: one rule for every codebook. Where the constants come from is in RATIONALE.md. */
final class ThemeRule {
    private static final double CONSTANT = -1.3;
    private static final double LIKENESS = 3;
    private static final double WORDS = 2.5;
    private static final double NAMED = 0.6;
    private static final double LEAD = 5;

    /** How strongly a good clause speaks against a theme that is described as a complaint. */
    private static final double GOOD_AGAINST_COMPLAINT = 12;

    /** A clause this good is praise; below it may be a mild way to complain. */
    static final double PRAISE = 0.15;

    /** The model knows English; elsewhere only shared words may decide. */
    private static final double HIGHEST_FOREIGN = 0.49;

    /** Log-odds below those of any candidate: a probability of .047. */
    private static final double HOPELESS = -3;

    private ThemeRule() {}

    /**
     * How likely the theme is there.
     *
     * @param feelings sentiment of each clause, −1…1
     * @param foreign whether the text is known to be in another language than English
     * @return 0…1
     */
    static double probability(ThemeReader.Evidence evidence, double[] feelings, boolean foreign) {
        Rule.Signs signs = new Rule.Signs(
                evidence.likeness(),
                evidence.words(),
                evidence.named(),
                evidence.lead(),
                feelings[evidence.clause()],
                evidence.prototype().complaint());
        return probability(signs, foreign);
    }

    /** The same, for evidence that was kept rather than just found. */
    static double probability(Rule.Signs signs, boolean foreign) {
        return probability(odds(signs), signs, foreign);
    }

    /** The same, but 0 for what is too unlikely to be a candidate, which spares most of the work. */
    static double probabilityOfCandidate(Rule.Signs signs, boolean foreign) {
        double odds = odds(signs);
        return odds < HOPELESS ? 0 : probability(odds, signs, foreign);
    }

    private static double odds(Rule.Signs signs) {
        double sum = CONSTANT
                + LIKENESS * signs.likeness()
                + WORDS * signs.words()
                + NAMED * signs.named()
                + LEAD * signs.lead();
        double praise = Math.max(0, signs.feeling() - PRAISE);
        return sum - GOOD_AGAINST_COMPLAINT * praise * signs.complaint();
    }

    private static double probability(double odds, Rule.Signs signs, boolean foreign) {
        double probability = 1 / (1 + Math.exp(-odds));
        return foreign && signs.words() == 0 ? Math.min(probability, HIGHEST_FOREIGN) : probability;
    }
}
