package org.upturn.engine;

import java.util.Set;

/**
 * A theme made ready for reading.
 *
 * @param theme the theme itself
 * @param direction mean of its name, description and examples, centred, length 1
 * @param spread how like ordinary feedback is to it
 * @param nameStems the stems of its name
 * @param complaint how much the theme is described as a complaint, 0…1
 */
record Prototype(Theme theme, float[] direction, Background.Spread spread, Set<String> nameStems, double complaint) {

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
