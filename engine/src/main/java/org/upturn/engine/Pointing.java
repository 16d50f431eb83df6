package org.upturn.engine;

/**
 * Chooses what a person would point at for a theme: the clause that shows it, and the neighbours in its sentence that belong
 * to the same thought. It decides nothing about the theme. Constants and their source: RATIONALE.md.
 */
final class Pointing {
    /** What shared words weigh beside likeness; twice what they weigh where themes are compared. */
    private static final double WORDS = 0.3;

    /** A clause that says more shows more: by the logarithm of its words, and by each telling word among them. */
    private static final double LENGTH = 0.03;

    private static final int MOST_LENGTH = 8;
    private static final double TELLING = 0.02;
    private static final int MOST_TELLING = 3;

    /** A neighbour belongs to the thought when it speaks for the theme nearly as much. */
    private static final double NEARLY = 0.25;

    /** A neighbour in which another theme leads by more than this belongs to that theme. */
    private static final double LEAD = 0.05;

    /** A thought is marked up to so many clauses and words. */
    private static final int MOST_CLAUSES = 3;

    private static final int MOST_WORDS = 20;

    private final Comparison comparison;

    Pointing(Comparison comparison) {
        this.comparison = comparison;
    }

    /**
     * Where to point.
     *
     * @param clause index of the clause that shows the theme most
     * @param span that clause and those of its neighbours that belong to it
     */
    record Point(int clause, Span span) {}

    Point at(String theme) {
        int number = comparison.theme(theme);
        int clause = 0;
        for (int other = 1; other < comparison.clauses().size(); other++) {
            clause = shows(number, other) > shows(number, clause) ? other : clause;
        }
        return new Point(clause, grown(number, clause));
    }

    private double shows(int theme, int clause) {
        return comparison.strength(theme, clause, WORDS)
                + LENGTH * Math.log(1 + Math.min(MOST_LENGTH, comparison.lengths()[clause]))
                + TELLING
                        * Math.min(MOST_TELLING, comparison.stems().get(clause).size());
    }

    private Span grown(int theme, int clause) {
        int first = clause;
        int last = clause;
        while (last + 1 < comparison.clauses().size() && belongs(theme, clause, last + 1, first, last + 1)) {
            last++;
        }
        while (first > 0 && belongs(theme, clause, first - 1, first - 1, last)) {
            first--;
        }
        return new Span(
                comparison.clauses().get(first).start(),
                comparison.clauses().get(last).end());
    }

    /** Whether the clause {@code next}, with which the thought would reach from {@code first} to {@code last}, is part of it. */
    private boolean belongs(int theme, int clause, int next, int first, int last) {
        int words = 0;
        for (int each = first; each <= last; each++) {
            words += comparison.lengths()[each];
        }
        return last - first < MOST_CLAUSES
                && words <= MOST_WORDS
                && shows(theme, next) >= shows(theme, clause) - NEARLY
                && !isLedByAnother(theme, next)
                && isJoined(next < clause ? next : next - 1);
    }

    private boolean isLedByAnother(int theme, int clause) {
        int rival = comparison.rival(theme, clause, ThemeReader.WORDS);
        return comparison.strength(rival, clause, ThemeReader.WORDS)
                        - comparison.strength(theme, clause, ThemeReader.WORDS)
                > LEAD;
    }

    /** Whether the clause and the next stand in one sentence, and not against each other. */
    private boolean isJoined(int clause) {
        Span next = comparison.clauses().get(clause + 1);
        return Clauses.inOneSentence(comparison.text(), comparison.clauses().get(clause), next)
                && !Clauses.beginsWithContrast(comparison.text().substring(next.start(), next.end()));
    }
}
