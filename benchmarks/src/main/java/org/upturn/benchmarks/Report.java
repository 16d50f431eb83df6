package org.upturn.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a run: printed as they come and kept for RESULTS.md. */
final class Report {
    private final List<String> lines = new ArrayList<>();

    void add(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        lines.add(line);
    }

    List<String> lines() {
        return lines;
    }
}
