package org.upturn.engine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.upturn.engine.Codebook;
import org.upturn.engine.CodebookFile;

/** The sets with themes, each with a codebook, as the README of the data folder describes them. */
public enum LabelledSet {
    FABSA("fabsa.csv"),
    RESTAURANT("restaurant-aspects.csv"),
    AIRLINE("airline-tweets.csv"),
    COURSE("course-feedback.csv");

    private final String file;

    LabelledSet(String file) {
        this.file = file;
    }

    /** A text with the themes that people found in it. */
    public record Labelled(String text, Set<String> themes, Split split) {}

    public Codebook codebook() throws IOException {
        if (this == FABSA) {
            try (InputStream in = Files.newInputStream(Csv.DATA.resolve("fabsa-codebook.yaml"))) {
                return CodebookFile.read(in);
            }
        }
        return CodebookFile.read(
                LabelledSet.class.getResourceAsStream(name().toLowerCase(Locale.ROOT) + "-codebook.yaml"));
    }

    /** All texts, duplicates left out. */
    public List<Labelled> texts() throws IOException {
        List<Labelled> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Map<String, String> row : Csv.rows(file)) {
            String text = row.getOrDefault("text", "");
            if (wanted(row) && seen.add(text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))) {
                texts.add(new Labelled(text, themes(row), split(row, text)));
            }
        }
        return texts;
    }

    private boolean wanted(Map<String, String> row) {
        return switch (this) {
            case FABSA, RESTAURANT -> true;
            case AIRLINE -> !Set.of("", "Can't Tell").contains(row.getOrDefault("negativereason", ""));
            case COURSE -> row.get("language").equals("en");
        };
    }

    private static Split split(Map<String, String> row, String text) {
        String given = row.get("split");
        return given == null
                ? Split.of(text)
                : Split.valueOf(given.toUpperCase(Locale.ROOT).replaceAll("^VAL$|^DEV$", "VALIDATION"));
    }

    private Set<String> themes(Map<String, String> row) {
        return switch (this) {
            case FABSA ->
                Arrays.stream(row.get("labels").replaceAll("[\\[\\]'\\s]", "").split(","))
                        .map(label -> label.replaceFirst("\\.-?\\d$", ""))
                        .collect(Collectors.toSet());
            case RESTAURANT -> aspects(row, "=.*");
            case AIRLINE -> Set.of(row.get("negativereason"));
            case COURSE -> aspects(row, " .*");
        };
    }

    private static Set<String> aspects(Map<String, String> row, String ending) {
        return Arrays.stream(row.get("aspects").split("; "))
                .map(aspect -> aspect.replaceFirst(ending, ""))
                .collect(Collectors.toSet());
    }
}
