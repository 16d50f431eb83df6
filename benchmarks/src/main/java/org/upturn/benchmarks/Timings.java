package org.upturn.benchmarks;

import java.util.Arrays;

/** Durations of many like operations, in milliseconds, sorted. */
record Timings(double[] sorted) {
    static Timings ofNanos(long[] nanos) {
        double[] sorted = Arrays.stream(nanos).mapToDouble(one -> one / 1e6).toArray();
        Arrays.sort(sorted);
        return new Timings(sorted);
    }

    /** @param share 0…1; nearest rank */
    double at(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
