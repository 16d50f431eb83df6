package org.upturn.server.sheets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.upturn.server.kernel.Message;

/**
 * The row that names the columns, and what it makes of the rows below it.
 *
 * @param number which row it is, from 1
 * @param raw its cells as written, for telling when it is repeated
 * @param columns the names, each once
 * @param corrected whether the last column is the reason a {@link RejectedFile} wrote
 */
record Header(long number, List<String> raw, List<String> columns, boolean corrected) {
    static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    static Header of(RawRows.RawRow row) {
        if (row.fault() != null) {
            throw new SheetException("sheet.header", row.fault());
        }
        List<String> cells = withoutTrailingBlanks(row.raw().cells(), 0);
        boolean corrected = cells.size() > 1 && cells.getLast().strip().equals(RejectedFile.REASON_COLUMN);
        List<String> named = corrected ? cells.subList(0, cells.size() - 1) : cells;
        return new Header(row.number(), cells, unique(named), corrected);
    }

    private static List<String> withoutTrailingBlanks(List<String> cells, int least) {
        int end = cells.size();
        while (end > least && cells.get(end - 1).isBlank()) {
            end--;
        }
        return cells.subList(0, end);
    }

    private static List<String> unique(List<String> cells) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String cell : cells) {
            String name = cell.isBlank()
                    ? "column " + (names.size() + 1)
                    : cell.strip().replaceAll("\\s+", " ");
            String once = name;
            for (int i = 2; !taken.add(once.toLowerCase(Locale.ROOT)); i++) {
                once = name + " (" + i + ")";
            }
            names.add(once);
        }
        return List.copyOf(names);
    }

    /** Whether a row has what it needs: one cell for each column, none beyond bounds, and not the header again. */
    Line judge(RawRows.RawRow row, char separator) {
        Cells.Raw raw = row.raw();
        List<String> cells = withoutTrailingBlanks(raw.cells(), this.raw.size());
        Row found = new Row(row.number(), raw.line(), cells);
        if (row.fault() != null) {
            return new Line.Broken(mended(found, separator), "", row.fault());
        }
        if (raw.tooLong() >= 0) {
            String column = raw.tooLong() < columns.size() ? columns.get(raw.tooLong()) : "";
            return new Line.Broken(mended(found, separator), column, new Message("sheet.cell.long", Cells.LONGEST));
        }
        if (cells.size() != this.raw.size()) {
            return new Line.Broken(mended(found, separator), "", count(cells.size()));
        }
        return cells.stream().map(String::strip).toList().equals(stripped(this.raw))
                ? new Line.Broken(mended(found, separator), "", new Message("sheet.row.header"))
                : new Line.Sound(mended(found, separator));
    }

    private Message count(int cells) {
        return new Message(cells < raw.size() ? "sheet.row.short" : "sheet.row.long", cells, raw.size());
    }

    private static List<String> stripped(List<String> cells) {
        return cells.stream().map(String::strip).toList();
    }

    /** The row fitted to the columns; of a corrected file without the reason and without guards. */
    private Row mended(Row row, char separator) {
        Row fitted = row.fitted(raw.size(), separator);
        if (!corrected) {
            return fitted;
        }
        List<String> cells = fitted.cells().subList(0, columns.size()).stream()
                .map(FormulaGuard::takeOff)
                .toList();
        return new Row(row.number(), row.line(), cells);
    }
}
