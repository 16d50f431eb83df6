package org.upturn.engine.recode;

import java.util.Collection;

/**
 * A clause of a text, with all that the rule asks of it.
 *
 * @param direction bytes in proportion to its vector
 * @param reach what one in a byte stands for ÷ distance from what all feedback shares
 * @param share 1 ÷ that distance
 * @param feeling sentiment, −1…1
 * @param stems stems of its words, each once, in order
 */
public record Clause(byte[] direction, double reach, double share, double feeling, Collection<String> stems) {}
