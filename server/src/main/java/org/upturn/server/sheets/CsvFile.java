package org.upturn.server.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes a CSV for a spreadsheet: no cell is run as a formula. UTF-8 with a byte order mark, because Excel garbles é
 * without one.
 */
public final class CsvFile implements AutoCloseable {
    private final CsvWriter writer;

    /** Writes to a target that this file closes, for example the body of a download. */
    public CsvFile(Writer target, List<String> columns) {
        this(target, ',', columns);
    }

    /** The same for whoever opens it with another separator between cells. */
    CsvFile(Writer target, char separator, List<String> columns) {
        try {
            target.write('\uFEFF');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        writer = CsvWriter.builder().fieldSeparator(separator).build(target);
        writer.writeRecord(columns);
    }

    /** Adds a row of as many cells as there are columns. */
    public void add(List<String> cells) {
        writer.writeRecord(cells.stream().map(FormulaGuard::putOn).toList());
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
