package org.upturn.server.sheets;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the cells of a row from the parser; a cell beyond all bounds is cut at once, so that it costs no memory. */
final class Cells extends AbstractBaseCsvCallbackHandler<Cells.Raw> {
    /** The longest cell taken, in characters: a book of some 150,000 words. */
    static final int LONGEST = 1_000_000;

    private static final int KEPT = 1_000;

    private List<String> cells = new ArrayList<>();
    private int tooLong = -1;
    private long line = 1;

    /**
     * A row as the parser saw it.
     *
     * @param tooLong index of the first cell that was cut, or −1
     */
    record Raw(long line, List<String> cells, int tooLong) {}

    /** Where the row now being read begins, from 1. */
    long line() {
        return line;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        cells = new ArrayList<>();
        tooLong = -1;
        line = startingLineNumber;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (length > LONGEST) {
            tooLong = tooLong < 0 ? index : tooLong;
            cells.add(new String(buffer, offset, KEPT) + "…");
        } else {
            cells.add(new String(buffer, offset, length));
        }
    }

    @Override
    protected void handleEmpty() {
        cells.add("");
    }

    @Override
    protected @Nullable Raw buildRecord() {
        return new Raw(line, cells, tooLong);
    }
}
