package org.upturn.benchmarks;

/** One thing that is measured, end to end, from a clean state. */
interface Benchmark {
    String name();

    /** What it measures, in one line. */
    String about();

    Verdict run(Report report) throws Exception;
}
