package org.upturn.benchmarks;

/**
 * What came out.
 *
 * @param figure the figures that the goal is about
 * @param goal what they should be
 */
record Verdict(String figure, String goal, boolean met) {
    String line(String name) {
        return "%s: %s (goal %s) %s".formatted(name, figure, goal, met ? "met" : "missed");
    }
}
