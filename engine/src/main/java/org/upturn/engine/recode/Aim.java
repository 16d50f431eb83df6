package org.upturn.engine.recode;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * What a theme listens for.
 *
 * @param direction bytes in proportion to its vector
 * @param step what one in a byte stands for
 * @param along how far what all feedback shares goes in that direction
 * @param weights what a stem found in a clause says for the theme, 0…1
 * @param nameStems the stems of its name
 * @param complaint how much it is described as a complaint, 0…1
 */
public record Aim(
        byte[] direction,
        double step,
        double along,
        Map<String, Double> weights,
        Set<String> nameStems,
        double complaint) {
    /** Whether both give every clause the same strength. */
    boolean isAsStrongAs(Aim other) {
        return Arrays.equals(direction, other.direction) && along == other.along && weights.equals(other.weights);
    }
}
