package org.upturn.server.sheets;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param number the row as a spreadsheet numbers it: the header is row 1, so the first answer is row 2
 * @param line the line of the file on which the row begins, from 1; larger than the number when cells hold line breaks
 * @param cells as many as the sheet has columns in a sound row; whatever could be had in a broken one
 */
public record Row(long number, long line, List<String> cells) {
    public Row {
        cells = List.copyOf(cells);
    }

    /** These cells made to fit a number of columns: blanks are added, surplus cells are joined to the last. */
    Row fitted(int columns, char separator) {
        if (cells.size() == columns) {
            return this;
        }
        List<String> fitted = new java.util.ArrayList<>(cells.subList(0, Math.min(cells.size(), columns)));
        while (fitted.size() < columns) {
            fitted.add("");
        }
        if (cells.size() > columns) {
            fitted.set(columns - 1, String.join(String.valueOf(separator), cells.subList(columns - 1, cells.size())));
        }
        return new Row(number, line, fitted);
    }
}
