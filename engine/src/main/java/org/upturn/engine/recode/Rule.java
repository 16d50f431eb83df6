package org.upturn.engine.recode;

/** The rule that an ordinary reading follows; handed in, so that there is one. */
public interface Rule {
    /** What shared words weigh beside likeness when clauses and themes are compared. */
    double wordWeight();

    /** How likely the theme is there, 0…1; 0 when it is too unlikely to be told of. */
    double probability(Signs signs, boolean foreign);

    /**
     * What speaks for a theme in a text, at the clause that speaks most for it.
     *
     * @param likeness cosine of that clause with the theme, both less what all feedback shares, −1…1
     * @param words shared words, 0…1
     * @param named part of the theme's name that stands in the clause, 0…1
     * @param lead how far the theme leads all others in some clause, −1…1; negative when it leads nowhere
     * @param feeling sentiment of that clause, −1…1
     * @param complaint how much the theme is described as a complaint, 0…1
     */
    record Signs(double likeness, double words, double named, double lead, double feeling, double complaint) {}
}
