package org.upturn.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How the clauses of a text compare with the themes of a codebook.
 *
 * @param prototypes the themes, in the codebook's order
 * @param clauses where the clauses stand in the text
 * @param places their meanings, as they are compared with themes
 * @param stems the stems of their telling words
 * @param lengths how many words they have
 * @param likeness by theme and clause, cosine of the two, both centred, −1…1
 * @param words by theme and clause, shared words, 0…1
 */
record Comparison(
        String text,
        List<Prototype> prototypes,
        List<Span> clauses,
        List<Background.Placed> places,
        List<Set<String>> stems,
        int[] lengths,
        double[][] likeness,
        double[][] words) {

    static Comparison of(PreparedCodebook codebook, Background background, Meaning meaning, String text) {
        List<Span> clauses = new ArrayList<>();
        List<Background.Placed> places = new ArrayList<>();
        List<Set<String>> stems = new ArrayList<>();
        int[] lengths = new int[meaning.clauses().size()];
        for (Meaning.Clause clause : meaning.clauses()) {
            List<String> words = Words.of(clause.in(text));
            lengths[clauses.size()] = words.size();
            clauses.add(clause.span());
            places.add(background.place(clause.direction()));
            stems.add(new LinkedHashSet<>(Words.stems(words)));
        }
        double[][] likeness = new double[codebook.prototypes().size()][clauses.size()];
        for (int theme = 0; theme < likeness.length; theme++) {
            Prototype prototype = codebook.prototypes().get(theme);
            for (int clause = 0; clause < clauses.size(); clause++) {
                likeness[theme][clause] = prototype.heading().likeness(places.get(clause));
            }
        }
        return new Comparison(
                text, codebook.prototypes(), clauses, places, stems, lengths, likeness, codebook.lexical(stems));
    }

    /** Number of the theme with this id. */
    int theme(String id) {
        for (int theme = 0; theme < prototypes.size(); theme++) {
            if (prototypes.get(theme).theme().id().equals(id)) {
                return theme;
            }
        }
        throw new IllegalArgumentException("The codebook has no theme '" + id + "'.");
    }

    /** How much a clause speaks for a theme, when a shared word weighs so much beside likeness. */
    double strength(int theme, int clause, double weight) {
        return likeness[theme][clause] + weight * words[theme][clause];
    }

    /** The theme for which a clause speaks most beside this one; the theme itself when there is no other. */
    int rival(int theme, int clause, double weight) {
        int best = theme;
        for (int other = 0; other < prototypes.size(); other++) {
            if (other != theme && (best == theme || strength(other, clause, weight) > strength(best, clause, weight))) {
                best = other;
            }
        }
        return best;
    }
}
