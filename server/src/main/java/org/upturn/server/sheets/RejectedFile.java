package org.upturn.server.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
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
 * spreadsheet and imported again. UTF-8 with a byte order mark, because Excel garbles é without one.
 */
public final class RejectedFile implements AutoCloseable {
    /** The last column; a file that has it is known as a corrected one when it comes back. */
    public static final String REASON_COLUMN = "upturn_reason";

    private final CsvWriter writer;

    private RejectedFile(Writer target, List<String> columns) throws IOException {
        target.write('\uFEFF');
        writer = CsvWriter.builder().build(target);
        write(columns, REASON_COLUMN);
    }

    public static RejectedFile create(Path file, List<String> columns) {
        try {
            return new RejectedFile(Files.newBufferedWriter(file, StandardCharsets.UTF_8), columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes to a target that this file closes, for example the body of a download. */
    public static RejectedFile create(Writer target, List<String> columns) {
        try {
            return new RejectedFile(target, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands a row back. */
    public void add(Row row, String reason) {
        write(row.cells().stream().map(FormulaGuard::putOn).toList(), reason);
    }

    private void write(List<String> cells, String last) {
        List<String> all = new ArrayList<>(cells);
        all.add(last);
        writer.writeRecord(all);
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
