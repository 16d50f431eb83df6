package org.upturn.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Real feedback out of the data folder, which {@code UPTURN_DATA} names. */
final class RealTexts {
    private static final Path DATA = Path.of(System.getenv().getOrDefault("UPTURN_DATA", "../shared/data"));

    private RealTexts() {}

    static Path file(String name) {
        return DATA.resolve(name);
    }

    /** The first texts of a file that are not blank. */
    static List<String> of(String file, int most) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file(file))) {
            return rows.stream()
                    .map(row -> row.getField("text"))
                    .filter(text -> !text.isBlank())
                    .limit(most)
                    .toList();
        }
    }

    /** Words of a text on average. */
    static double words(List<String> texts) {
        return texts.stream()
                .mapToInt(text -> text.strip().split("\\s+").length)
                .average()
                .orElse(0);
    }
}
