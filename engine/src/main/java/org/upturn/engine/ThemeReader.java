package org.upturn.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Says which themes a text holds. Each theme is judged at the clause that resembles it most; one logistic rule, the same
 * for every codebook, turns likeness and shared words into a probability. Constants and their source: RATIONALE.md.
 */
final class ThemeReader {
    static final double DECIDED = 0.5;

    /** Weight of the clause's shared words when the best clause is chosen, in standard deviations of likeness. */
    private static final double WORDS_IN_CHOICE = 1.5;

    private final Background background;

    ThemeReader(Background background) {
        this.background = background;
    }

    /** What speaks for a theme in a text, and where. {@code values} are the inputs of {@link #probability}. */
    record Evidence(Prototype prototype, int clause, double[] values) {}

    List<Evidence> evidence(PreparedCodebook codebook, Meaning meaning, String text) {
        List<float[]> vectors = new ArrayList<>();
        List<Set<String>> stems = new ArrayList<>();
        for (Meaning.Clause clause : meaning.clauses()) {
            vectors.add(background.centre(clause.vector()));
            stems.add(PreparedCodebook.stems(
                    text.substring(clause.span().start(), clause.span().end())));
        }
        float[] whole = background.centre(meaning.whole());
        List<Evidence> found = new ArrayList<>();
        for (Prototype prototype : codebook.prototypes()) {
            found.add(best(prototype, whole, vectors, stems));
        }
        return compared(found);
    }

    private static Evidence best(Prototype prototype, float[] whole, List<float[]> vectors, List<Set<String>> stems) {
        int best = 0;
        double bestChoice = Double.NEGATIVE_INFINITY;
        double[] values = new double[7];
        for (int i = 0; i < vectors.size(); i++) {
            double likeness = Vectors.dot(vectors.get(i), prototype.direction());
            double standard = prototype.spread().standard(likeness);
            double words = prototype.lexical(stems.get(i));
            double choice = standard + WORDS_IN_CHOICE * words;
            if (choice > bestChoice) {
                bestChoice = choice;
                best = i;
                values[0] = standard;
                values[1] = likeness;
                values[2] = words;
                values[3] = prototype.named(stems.get(i));
            }
        }
        values[4] = prototype.spread().standard(Vectors.dot(whole, prototype.direction()));
        return new Evidence(prototype, best, values);
    }

    /** Adds how far each theme stands above its strongest rival, and how many clauses there were to be like. */
    private static List<Evidence> compared(List<Evidence> found) {
        double first = -9;
        double second = -9;
        for (Evidence evidence : found) {
            double standard = evidence.values[0];
            second = Math.max(second, Math.min(first, standard));
            first = Math.max(first, standard);
        }
        for (Evidence evidence : found) {
            double rival = evidence.values[0] == first ? second : first;
            evidence.values[5] = found.size() == 1 ? 0 : Math.clamp(evidence.values[0] - rival, -3, 3);
        }
        return found;
    }
}
