package org.upturn.engine.bench;

import java.io.IOException;
import java.util.ArrayList;
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
import org.upturn.engine.discovery.Quotation;

/**
 * Prints how well discovery finds the intents of Banking77 again: normalised mutual information (arithmetic mean) and
 * adjusted Rand index against the intents, and how many groups it found. A text in several groups counts for the largest,
 * one in no group is a group of its own.
 *
 * <p>It is for choosing; the test file is measured by {@code bin/bench reading}. Arguments, each optional: the part
 * ({@code train}, {@code train-2}: 40 and the next 40 of each intent in the train file), another model, and {@code groups}
 * to see them. Any other name of a set of the
 * data folder with a column {@code text} just shows its groups.
 */
public final class DiscoveryBench {
    private static final int OF_EACH_INTENT = 40;
    private static final int MIN = 5;
    private static final int SHOWN_TEXTS = 3_000;

    private DiscoveryBench() {}

    private record Labelled(String text, String intent) {}

    public static void main(String[] args) throws IOException {
        List<String> words = new ArrayList<>(List.of(args));
        boolean show = words.remove("groups");
        String part = words.isEmpty() ? "train" : words.removeFirst();
        List<Labelled> texts = texts(part);
        List<Entry> entries = new ArrayList<>();
        texts.forEach(text -> entries.add(new Entry(Integer.toString(entries.size()), text.text)));
        try (Passages passages = Passages.load(Model.of(words.isEmpty() ? "minilm" : words.getFirst()))) {
            long start = System.nanoTime();
            List<Group> groups = new Discovery(passages).groups(entries, MIN);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (show) {
                groups.forEach(group -> show(group, entries));
            }
            print(part, texts, groups, seconds);
        }
    }

    private static List<Labelled> texts(String part) throws IOException {
        boolean banking = List.of("train", "train-2").contains(part);
        Map<String, Integer> taken = new HashMap<>();
        List<Labelled> texts = new ArrayList<>();
        String file = banking ? "banking77-train.csv" : part + ".csv";
        for (Map<String, String> row : Csv.rows(file)) {
            String intent = row.getOrDefault("category", "");
            int before = taken.merge(intent, 1, Integer::sum) - 1;
            int half = part.equals("train-2") ? 1 : 0;
            boolean sampled = part.startsWith("train") && before / OF_EACH_INTENT != half;
            if (!sampled && (banking || texts.size() < SHOWN_TEXTS)) {
                texts.add(new Labelled(row.getOrDefault("text", ""), intent));
            }
        }
        return texts;
    }

    private static void show(Group group, List<Entry> entries) {
        System.out.printf("%d. %s (%d)%n", group.number(), String.join(" · ", group.terms()), group.size());
        for (Quotation quotation : group.quotations()) {
            System.out.println("     "
                    + quotation.in(entries.get(Integer.parseInt(quotation.id())).text()));
        }
    }

    private static void print(String part, List<Labelled> texts, List<Group> groups, double seconds) {
        int[] found = new int[texts.size()];
        java.util.Arrays.setAll(found, text -> -1 - text);
        for (Group group : groups.reversed()) {
            group.ids().forEach(id -> found[Integer.parseInt(id)] = group.number());
        }
        Map<String, Integer> intents = new HashMap<>();
        Map<Integer, Integer> sizes = new HashMap<>();
        Map<String, Integer> both = new HashMap<>();
        for (int i = 0; i < found.length; i++) {
            intents.merge(texts.get(i).intent, 1, Integer::sum);
            sizes.merge(found[i], 1, Integer::sum);
            both.merge(found[i] + " " + texts.get(i).intent, 1, Integer::sum);
        }
        int n = found.length;
        double mutual = entropy(intents, n) + entropy(sizes, n) - entropy(both, n);
        double expected = pairs(intents.values()) * pairs(sizes.values()) / (n * (n - 1.0) / 2);
        double most = (pairs(intents.values()) + pairs(sizes.values())) / 2;
        System.out.printf(
                "Banking77 %s, %d texts, %d groups, %d texts in none, %.1f s: NMI %.3f, ARI %.3f%n",
                part,
                n,
                groups.size(),
                java.util.Arrays.stream(found).filter(group -> group < 0).count(),
                seconds,
                2 * mutual / (entropy(intents, n) + entropy(sizes, n)),
                (pairs(both.values()) - expected) / (most - expected));
    }

    private static double entropy(Map<?, Integer> counts, int n) {
        ToDoubleFunction<Integer> part = count -> -count / (double) n * Math.log(count / (double) n);
        return counts.values().stream().mapToDouble(part).sum();
    }

    private static double pairs(Collection<Integer> counts) {
        return counts.stream().mapToDouble(count -> count * (count - 1.0) / 2).sum();
    }
}
