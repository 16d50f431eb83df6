package org.upturn.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upturn.engine.recode.Aim;

/**
 * A theme made ready for reading.
 *
 * @param theme the theme itself
 * @param phrases its name, description and examples
 * @param heading mean of their vectors, as clauses are compared with it
 * @param spread how like ordinary feedback is to it
 * @param weights what a stem found in a clause says for this theme, 0…1
 * @param nameStems the stems of its name
 * @param complaint how much the theme is described as a complaint, 0…1
 */
record Prototype(
        Theme theme,
        List<Phrase> phrases,
        Background.Heading heading,
        Background.Spread spread,
        Map<String, Double> weights,
        Set<String> nameStems,
        double complaint) {

    /**
     * One of the phrases by which a theme is known.
     *
     * @param number which of the examples it is, from 1; 0 when it is none
     */
    record Phrase(Explanation.Nearest.Kind kind, int number, String text, Background.Heading heading) {}

    /** The same theme, as a whole history is coded by it. */
    Aim aim() {
        Direction direction = heading.direction();
        return new Aim(direction.bytes(), direction.step(), heading.along(), weights, nameStems, complaint);
    }

    /** Which part of the words of the theme's name stand in the clause, 0…1. */
    double named(Set<String> stems) {
        if (nameStems.isEmpty()) {
            return 0;
        }
        int there = 0;
        for (String stem : nameStems) {
            there += stems.contains(stem) ? 1 : 0;
        }
        return (double) there / nameStems.size();
    }
}
