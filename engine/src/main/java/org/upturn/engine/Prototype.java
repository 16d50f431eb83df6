package org.upturn.engine;

import java.util.Map;
import java.util.Set;
import org.upturn.engine.recode.Aim;
import org.upturn.engine.recode.Likeness;

/**
 * A theme made ready for reading.
 *
 * @param theme the theme itself
 * @param direction mean of its name, description and examples, centred
 * @param along how far what all feedback shares goes in that direction
 * @param spread how like ordinary feedback is to it
 * @param weights what a stem found in a clause says for this theme, 0…1
 * @param nameStems the stems of its name
 * @param complaint how much the theme is described as a complaint, 0…1
 */
record Prototype(
        Theme theme,
        Direction direction,
        double along,
        Background.Spread spread,
        Map<String, Double> weights,
        Set<String> nameStems,
        double complaint) {

    /** Cosine of the clause with this theme, both less what all feedback shares, −1…1. */
    double likeness(Background.Placed clause) {
        return Likeness.of(
                clause.direction().product(direction), clause.reach(), clause.share(), direction.step(), along);
    }

    /** The same theme, as a whole history is coded by it. */
    Aim aim() {
        return new Aim(direction.bytes(), direction.step(), along, weights, nameStems, complaint);
    }

    /** How much the words of a clause speak for this theme: 0 none, towards 1 several telling ones. */
    double lexical(Set<String> stems) {
        double sum = 0;
        for (String stem : stems) {
            sum += weights.getOrDefault(stem, 0.0);
        }
        return sum / (sum + 1);
    }

    /** Which part of the words of the theme's name stand in the clause, 0…1. */
    double named(Set<String> stems) {
        if (nameStems.isEmpty()) {
            return 0;
        }
        return (double) nameStems.stream().filter(stems::contains).count() / nameStems.size();
    }
}
