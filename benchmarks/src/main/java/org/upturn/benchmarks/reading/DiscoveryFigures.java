package org.upturn.benchmarks.reading;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.upturn.engine.Model;
import org.upturn.engine.Passages;
import org.upturn.engine.discovery.Discovery;
import org.upturn.engine.discovery.Entry;
import org.upturn.engine.discovery.Group;

/**
 * The intents of Banking77 found again without knowing how many there are. A text in several groups counts for the
 * largest, one in no group is a group of its own.
 */
public final class DiscoveryFigures {
    private static final int MIN = 5;
    private static final int OF_EACH_INTENT = 40;

    private DiscoveryFigures() {}

    /**
     * What came out.
     *
     * @param information normalised mutual information (arithmetic mean), 0…1
     * @param rand adjusted Rand index, 0 by chance, 1 for the intents themselves
     */
    public record Figures(int texts, int groups, int ungrouped, double information, double rand) {}

    /** All texts of the test file; to develop on, the first 40 of each intent of the other one. */
    public static Figures of(Part judged) throws IOException {
        boolean test = judged == Part.TEST;
        String file = test ? "banking77-test.csv" : "banking77-train.csv";
        Map<String, Integer> taken = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        List<String> intents = new ArrayList<>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(DataSet.FOLDER.resolve(file))) {
            rows.forEach(row -> {
                String intent = row.getField("category");
                if (taken.merge(intent, 1, Integer::sum) <= OF_EACH_INTENT || test) {
                    entries.add(new Entry(Integer.toString(entries.size()), row.getField("text")));
                    intents.add(intent);
                }
            });
        }
        try (Passages passages = Passages.load(Model.BGE)) {
            return compared(intents, new Discovery(passages).groups(entries, MIN));
        }
    }

    private static Figures compared(List<String> intents, List<Group> groups) {
        int[] found = new int[intents.size()];
        Arrays.setAll(found, text -> -1 - text);
        for (Group group : groups.reversed()) {
            group.ids().forEach(id -> found[Integer.parseInt(id)] = group.number());
        }
        Map<String, Integer> byIntent = new HashMap<>();
        Map<Integer, Integer> byGroup = new HashMap<>();
        Map<String, Integer> byBoth = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            byIntent.merge(intents.get(i), 1, Integer::sum);
            byGroup.merge(found[i], 1, Integer::sum);
            byBoth.merge(found[i] + " " + intents.get(i), 1, Integer::sum);
        }
        int n = found.length;
        double apart = entropy(byIntent, n) + entropy(byGroup, n);
        double expected = pairs(byIntent.values()) * pairs(byGroup.values()) / (n * (n - 1.0) / 2);
        double most = (pairs(byIntent.values()) + pairs(byGroup.values())) / 2;
        return new Figures(
                n,
                groups.size(),
                (int) Arrays.stream(found).filter(group -> group < 0).count(),
                2 * (apart - entropy(byBoth, n)) / apart,
                (pairs(byBoth.values()) - expected) / (most - expected));
    }

    private static double entropy(Map<?, Integer> counts, int n) {
        ToDoubleFunction<Integer> part = count -> -count / (double) n * Math.log(count / (double) n);
        return counts.values().stream().mapToDouble(part).sum();
    }

    private static double pairs(Collection<Integer> counts) {
        return counts.stream().mapToDouble(count -> count * (count - 1.0) / 2).sum();
    }
}
