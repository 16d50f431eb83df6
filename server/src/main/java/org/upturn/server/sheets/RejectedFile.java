package org.upturn.server.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes refused rows back as a CSV in their own columns plus one that says why, so that they can be mended in a
 * spreadsheet and imported again.
 */
public final class RejectedFile implements AutoCloseable {
    /** The last column; a file that has it is known as a corrected one when it comes back. */
    public static final String REASON_COLUMN = "upturn_reason";

    private final CsvFile file;

    private RejectedFile(Writer target, char separator, List<String> columns) {
        file = new CsvFile(target, separator, with(columns, REASON_COLUMN));
    }

    public static RejectedFile create(Path file, List<String> columns) {
        try {
            return new RejectedFile(Files.newBufferedWriter(file, StandardCharsets.UTF_8), ',', columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes to a target that this file closes, for example the body of a download. */
    public static RejectedFile create(Writer target, List<String> columns) {
        return create(target, ',', columns);
    }

    /** The same with what stood between the cells of the file that the rows come from. */
    public static RejectedFile create(Writer target, char separator, List<String> columns) {
        return new RejectedFile(target, separator, columns);
    }

    /** Hands a row back. */
    public void add(Row row, String reason) {
        file.add(with(row.cells(), reason));
    }

    private static List<String> with(List<String> cells, String last) {
        List<String> all = new ArrayList<>(cells);
        all.add(last);
        return all;
    }

    @Override
    public void close() {
        file.close();
    }
}
