package org.upturn.server.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the CSV files of {@code resources/demo}. */
final class DemoFiles {
    private DemoFiles() {}

    static List<NamedCsvRecord> rows(String name) {
        try (InputStream file = Objects.requireNonNull(DemoFiles.class.getResourceAsStream("/demo/" + name), name);
                var reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
