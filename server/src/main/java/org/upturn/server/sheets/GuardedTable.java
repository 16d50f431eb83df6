package org.upturn.server.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table of ours for a spreadsheet: no cell can run as a formula, and whoever reads it back takes the guards off. UTF-8
 * with a byte order mark, because Excel garbles é without one.
 */
public final class GuardedTable {
    private GuardedTable() {}

    public static byte[] write(List<String> columns, List<List<String>> rows) {
        var text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(columns);
            rows.forEach(row ->
                    writer.writeRecord(row.stream().map(FormulaGuard::putOn).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A cell as it was before it was guarded. */
    public static String bare(String cell) {
        return FormulaGuard.takeOff(cell);
    }
}
