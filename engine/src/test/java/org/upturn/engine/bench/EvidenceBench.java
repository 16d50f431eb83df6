package org.upturn.engine.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upturn.engine.Codebook;
import org.upturn.engine.Explanation;
import org.upturn.engine.Learned;
import org.upturn.engine.Reader;
import org.upturn.engine.Verbatim;

/**
 * How often the engine points where a person would, label-free. {@code evidence-labels.tsv} says where that is, without the
 * texts. A hit: at least half of the words pointed at lie where a person pointed. Texts of which the whole shows the theme,
 * or nothing does, cannot be missed and are left out.
 */
public final class EvidenceBench {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’]*");

    private EvidenceBench() {}

    /**
     * Figures of one part of the sets.
     *
     * @param texts how many texts were looked at
     * @param hits share of them in which the engine points where a person would
     * @param covered how much of what the person marked is marked, on average
     */
    public record Figures(int texts, double hits, double covered) {}

    /** A place in a text. */
    private record Place(int start, int end) {
        boolean holds(Place other) {
            return other.start >= start && other.end <= end;
        }
    }

    /** What a person marked for a theme; any of the places would do. */
    private record Label(String theme, List<Place> places) {
        boolean canBeMissed(String text) {
            return places.stream().noneMatch(place -> place.end == 0 || place.holds(new Place(0, text.length())));
        }
    }

    /** A label with its text, white space collapsed. */
    private record Task(LabelledSet set, String text, Label label) {}

    public static void main(String[] args) throws IOException {
        Split part = args.length == 0 ? Split.TEST : Split.valueOf(args[0]);
        try (Reader reader = Reader.load()) {
            Figures figures = of(reader, part);
            System.out.printf(
                    "evidence, %s, %d texts: %.3f at first try, %.3f of the marked words covered%n",
                    part, figures.texts, figures.hits, figures.covered);
        }
    }

    /** Measures one part; those of TEST were labelled twice, those of TRAIN once, for development. */
    public static Figures of(Reader reader, Split part) throws IOException {
        int hits = 0;
        double covered = 0;
        List<Task> tasks = tasks(part);
        Map<LabelledSet, Codebook> codebooks = new HashMap<>();
        for (Task task : tasks) {
            Codebook codebook = codebooks.computeIfAbsent(task.set, EvidenceBench::codebook);
            Explanation.Clue clue = reader.explain(codebook, Learned.NOTHING, Verbatim.of(task.text), task.label.theme)
                    .orElseThrow()
                    .clue();
            Place pointed = new Place(clue.start(), clue.end());
            hits += share(task.text, List.of(pointed), task.label.places) >= 0.5 ? 1 : 0;
            covered += task.label.places.stream()
                    .mapToDouble(place -> share(task.text, List.of(place), List.of(pointed)))
                    .max()
                    .orElse(0);
        }
        return new Figures(tasks.size(), hits / (double) tasks.size(), covered / tasks.size());
    }

    /** Which share of the words in these places lies in those. */
    private static double share(String text, List<Place> these, List<Place> those) {
        int words = 0;
        int inside = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            Place place = new Place(word.start(), word.end());
            if (these.stream().anyMatch(each -> each.holds(place))) {
                words++;
                inside += those.stream().anyMatch(each -> each.holds(place)) ? 1 : 0;
            }
        }
        return words == 0 ? 0 : inside / (double) words;
    }

    private static Codebook codebook(LabelledSet set) {
        try {
            return set.codebook();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Task> tasks(Split part) throws IOException {
        Map<String, Label> labels = labels();
        List<Task> tasks = new ArrayList<>();
        for (LabelledSet set : LabelledSet.values()) {
            for (LabelledSet.Labelled labelled : set.texts()) {
                String text = labelled.text().strip().replaceAll("\\s+", " ");
                Label label = labels.get(set + md5(text));
                if (label != null && labelled.split() == part && label.canBeMissed(text)) {
                    tasks.add(new Task(set, text, label));
                }
            }
        }
        return tasks;
    }

    private static Map<String, Label> labels() throws IOException {
        Map<String, Label> labels = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(EvidenceBench.class.getResourceAsStream("evidence-labels.tsv")),
                StandardCharsets.UTF_8))) {
            for (String line :
                    lines.lines().filter(each -> !each.startsWith("#")).toList()) {
                String[] fields = line.split("\t");
                labels.computeIfAbsent(fields[0] + fields[1], unseen -> new Label(fields[2], new ArrayList<>()))
                        .places
                        .add(new Place(Integer.parseInt(fields[3]), Integer.parseInt(fields[4])));
            }
        }
        return labels;
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
