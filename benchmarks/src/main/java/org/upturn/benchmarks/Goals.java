package org.upturn.benchmarks;

/** A table of figures, each beside the goal and the baseline, and how many of the goals were met. */
final class Goals {
    private static final String ROW = "%-62s %8s %9s %7s  %s";

    private final Report report;
    private int met;
    private int all;

    Goals(Report report) {
        this.report = report;
        report.add(ROW, "", "measured", "baseline", "goal", "");
    }

    /** A figure that should be high. */
    void atLeast(String what, double figure, String baseline, double goal) {
        row(what, figure, baseline, goal, figure >= goal);
    }

    /** A figure that should be low. */
    void atMost(String what, double figure, String baseline, double goal) {
        row(what, figure, baseline, goal, figure <= goal);
    }

    /** A figure without a goal of its own. */
    void beside(String what, double figure) {
        report.add(ROW, what, written(figure), "", "", "");
    }

    Verdict verdict() {
        return new Verdict(met + " of " + all + " goals met", "all", met == all);
    }

    private void row(String what, double figure, String baseline, double goal, boolean reached) {
        all++;
        met += reached ? 1 : 0;
        report.add(ROW, what, written(figure), baseline, written(goal), reached ? "met" : "missed");
    }

    private static String written(double figure) {
        return String.format(java.util.Locale.ROOT, "%.3f", figure);
    }
}
