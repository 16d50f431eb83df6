package org.upturn.benchmarks.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
 * How often the engine points where a person would, without labels of themes. {@code evidence-labels.tsv} says where that is
 * in texts of the labelled sets, without the texts. A hit: at least half of the words pointed at lie where a person pointed.
 * Texts of which the whole shows the theme, or nothing does, cannot be missed and are left out.
 */
public final class EvidenceFigures {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}'’]*");
    private static final double HALF = 0.5;

    private final Reader reader;

    public EvidenceFigures(Reader reader) {
        this.reader = reader;
    }

    /**
     * What came out.
     *
     * @param texts how many texts were looked at
     * @param hits share of them in which the engine points where a person would, 0…1
     * @param covered how much of what the person marked is marked, on average, 0…1
     */
    public record Figures(int texts, double hits, double covered) {}

    /** A place in a text, UTF-16, the end exclusive. */
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
    private record Task(Codebook codebook, String text, Label label) {}

    /** Those of the test part were labelled twice, those of the train part once, for development; there are no others. */
    public Figures of(Part part) throws IOException {
        List<Task> tasks = tasks(part);
        int hits = 0;
        double covered = 0;
        for (Task task : tasks) {
            Place pointed = pointed(task);
            List<Place> marked = task.label.places;
            hits += share(task.text, List.of(pointed), marked) >= HALF ? 1 : 0;
            covered += marked.stream()
                    .mapToDouble(place -> share(task.text, List.of(place), List.of(pointed)))
                    .max()
                    .orElse(0);
        }
        return new Figures(tasks.size(), hits / (double) tasks.size(), covered / tasks.size());
    }

    private Place pointed(Task task) {
        Explanation.Clue clue = reader.explain(task.codebook, Learned.NOTHING, Verbatim.of(task.text), task.label.theme)
                .orElseThrow()
                .clue();
        return new Place(clue.start(), clue.end());
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

    private static List<Task> tasks(Part part) throws IOException {
        Map<String, Label> labels = labels();
        List<Task> tasks = new ArrayList<>();
        for (LabelledSet set : LabelledSet.values()) {
            Codebook codebook = set.codebook();
            for (LabelledSet.Labelled labelled : set.texts(part)) {
                String text = DataSet.plain(labelled.text());
                Label label = labels.get(set + HexFormat.of().formatHex(DataSet.md5(text)));
                if (label != null && label.canBeMissed(text)) {
                    tasks.add(new Task(codebook, text, label));
                }
            }
        }
        return tasks;
    }

    /** By set and digest of the text. */
    private static Map<String, Label> labels() throws IOException {
        Map<String, Label> labels = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(EvidenceFigures.class.getResourceAsStream("evidence-labels.tsv")),
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
}
