package org.upturn.benchmarks.reading;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upturn.engine.Codebook;
import org.upturn.engine.CodebookFile;

/** The sets in whose texts people found themes, each with a codebook: fabsa’s own guidelines, the others described by us. */
public enum LabelledSet {
    FABSA("fabsa"),
    RESTAURANT("restaurant-aspects"),
    /** Complaints with the one reason that people named. */
    AIRLINE("airline-tweets"),
    /** Its English part. */
    COURSE("course-feedback");

    private final String title;

    LabelledSet(String title) {
        this.title = title;
    }

    /** A text with the themes of the codebook that people found in it. */
    public record Labelled(String text, Set<String> themes, Part part) {}

    /** Its name in the data folder. */
    public String title() {
        return title;
    }

    /** The codebook whose ids are the labels of the set. */
    public Codebook codebook() throws IOException {
        try (InputStream in = this == FABSA
                ? Files.newInputStream(DataSet.FOLDER.resolve("fabsa-codebook.yaml"))
                : LabelledSet.class.getResourceAsStream(name().toLowerCase(Locale.ROOT) + "-codebook.yaml")) {
            return CodebookFile.read(in);
        }
    }

    /** All texts in the order of the file. */
    public List<Labelled> texts() throws IOException {
        Codebook codebook = codebook();
        return DataSet.rows(title + ".csv").stream()
                .filter(this::isLabelled)
                .map(row -> new Labelled(
                        row.getField("text"),
                        labels(row)
                                .filter(label -> codebook.theme(label).isPresent())
                                .collect(Collectors.toSet()),
                        Part.of(row)))
                .toList();
    }

    List<Labelled> texts(Part part) throws IOException {
        return texts().stream().filter(text -> text.part() == part).toList();
    }

    private boolean isLabelled(NamedCsvRecord row) {
        return switch (this) {
            case FABSA, RESTAURANT -> true;
            case AIRLINE -> !Set.of("", "Can't Tell").contains(row.getField("negativereason"));
            case COURSE -> row.getField("language").equals("en");
        };
    }

    private Stream<String> labels(NamedCsvRecord row) {
        return switch (this) {
            case FABSA -> // ['category.theme.polarity', …]
                Arrays.stream(row.getField("labels")
                                .replaceAll("[\\[\\]'\\s]", "")
                                .split(","))
                        .map(label -> label.replaceFirst("\\.-?\\d$", ""));
            case RESTAURANT -> aspects(row, "=.*"); // theme=polarity; …
            case AIRLINE -> Stream.of(row.getField("negativereason"));
            case COURSE -> aspects(row, " .*"); // theme aspect=polarity; …
        };
    }

    private static Stream<String> aspects(NamedCsvRecord row, String ending) {
        return Arrays.stream(row.getField("aspects").split("; ")).map(aspect -> aspect.replaceFirst(ending, ""));
    }
}
