package org.upturn.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Real answers to an NPS question, from {@code telecom-nps.csv} in the shared data or the folder that UPTURN_DATA names. */
final class TelecomVerbatims {
    private static final int TEXTS = 1_000;
    private static final Path DATA = Path.of(System.getenv().getOrDefault("UPTURN_DATA", "../shared/data"))
            .resolve("telecom-nps.csv");

    private TelecomVerbatims() {}

    /** The first 1,000 that are not empty. */
    static List<String> texts() throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(DATA)) {
            return rows.stream()
                    .map(row -> row.getField("text"))
                    .filter(text -> !text.isBlank())
                    .limit(TEXTS)
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
