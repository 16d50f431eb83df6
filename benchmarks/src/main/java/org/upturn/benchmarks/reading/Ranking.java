package org.upturn.benchmarks.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How well a figure tells good from bad: the area under the curve, ties counted half. */
final class Ranking {
    private final List<Ranked> all = new ArrayList<>();

    private record Ranked(double figure, boolean good) {}

    void add(double figure, boolean good) {
        all.add(new Ranked(figure, good));
    }

    int size() {
        return all.size();
    }

    /** How often one of the good has the higher figure than one of the bad, 0…1. */
    double area() {
        List<Ranked> sorted =
                all.stream().sorted(Comparator.comparingDouble(Ranked::figure)).toList();
        double ranks = 0;
        long good = 0;
        for (int from = 0, to; from < sorted.size(); from = to) {
            long goodHere = 0;
            for (to = from; to < sorted.size() && sorted.get(to).figure == sorted.get(from).figure; to++) {
                goodHere += sorted.get(to).good ? 1 : 0;
            }
            ranks += goodHere * (from + 1 + to) / 2.0;
            good += goodHere;
        }
        return (ranks - good * (good + 1) / 2.0) / (good * (double) (sorted.size() - good));
    }
}
