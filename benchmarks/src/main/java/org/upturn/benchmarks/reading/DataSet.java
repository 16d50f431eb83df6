package org.upturn.benchmarks.reading;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
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

    private DataSet() {}

    /** The rows whose column {@code text} has words, the first of each text in whatever case. */
    static List<NamedCsvRecord> rows(String file) throws IOException {
        List<NamedCsvRecord> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (var all = CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
            for (NamedCsvRecord row : all) {
                String text = plain(row.findField("text").orElse(""));
                if (!text.isEmpty() && seen.add(text.toLowerCase(Locale.ROOT))) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    static List<NamedCsvRecord> rows(String file, Part part) throws IOException {
        return rows(file).stream().filter(row -> Part.of(row) == part).toList();
    }

    /** A text with its white space collapsed. */
    static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** What a text is known by: the digest of its plain form. */
    static byte[] md5(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(plain(text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
