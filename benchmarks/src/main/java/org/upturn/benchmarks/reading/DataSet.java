package org.upturn.benchmarks.reading;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A set of the data folder, each text once, in the parts that the folder's README describes. */
final class DataSet {
    static final Path FOLDER = Path.of(System.getenv().getOrDefault("UPTURN_DATA", "../shared/data"));
    private static final int TEST_FROM = 80;
    private static final int TRAIN_BELOW = 70;

    private DataSet() {}

    /** Which part a text belongs to. */
    enum Part {
        TRAIN,
        VALIDATION,
        TEST;

        static Part of(String text) {
            try {
                byte[] plain = text.strip().replaceAll("\\s+", " ").getBytes(StandardCharsets.UTF_8);
                int place = new BigInteger(1, MessageDigest.getInstance("MD5").digest(plain))
                        .mod(BigInteger.valueOf(100))
                        .intValue();
                return place >= TEST_FROM ? TEST : place < TRAIN_BELOW ? TRAIN : VALIDATION;
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** The rows whose column {@code text} has words, the first of each text in whatever case. */
    static List<NamedCsvRecord> rows(String file) throws IOException {
        List<NamedCsvRecord> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (var all = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
            for (NamedCsvRecord row : all) {
                String text = row.findField("text").orElse("").strip().replaceAll("\\s+", " ");
                if (!text.isEmpty() && seen.add(text.toLowerCase(Locale.ROOT))) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    static List<NamedCsvRecord> rows(String file, Part part) throws IOException {
        return rows(file).stream()
                .filter(row -> Part.of(row.getField("text")) == part)
                .toList();
    }
}
