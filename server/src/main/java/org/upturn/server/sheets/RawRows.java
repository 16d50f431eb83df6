package org.upturn.server.sheets;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Message;
import org.upturn.server.sheets.formats.TextFile;

/**
 * The rows of a file one after the other, in flat memory. A row with a stray quotation mark is yielded as broken and
 * reading goes on with the next line, so that one bad quotation never swallows the rest of the file.
 */
final class RawRows implements Iterator<RawRows.RawRow>, AutoCloseable {
    /** Each restart reads the file from its beginning again; a file with more is better saved anew. */
    private static final int MOST_RESTARTS = 100;

    private static final int LONGEST_FIELD = 16_000_000;

    /**
     * A row of the file, header included.
     *
     * @param number counted from 1
     * @param fault why it could not be taken apart, or null
     */
    record RawRow(long number, Cells.Raw raw, @Nullable Message fault) {}

    private final Path file;
    private final Format format;
    private Cells handler = new Cells();
    private BufferedReader reader;
    private CloseableIterator<Cells.Raw> rows;
    private long linesBefore;
    private long number;
    private int restarts;
    private @Nullable RawRow pending;

    RawRows(Path file, Format format, int linesToSkip) throws IOException {
        this.file = file;
        this.format = format;
        this.reader = TextFile.open(file, format.charset());
        this.rows = startAt(linesToSkip);
    }

    private CloseableIterator<Cells.Raw> startAt(long lines) throws IOException {
        for (long i = 0; i < lines; i++) {
            TextFile.line(reader);
        }
        linesBefore = lines;
        handler = new Cells();
        return CsvReader.builder()
                .fieldSeparator(format.separator())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .build(handler, reader)
                .iterator();
    }

    @Override
    public boolean hasNext() {
        if (pending == null) {
            pending = read();
        }
        return pending != null;
    }

    @Override
    public RawRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RawRow row = Objects.requireNonNull(pending);
        pending = null;
        return row;
    }

    private @Nullable RawRow read() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Cells.Raw raw = rows.next();
            return new RawRow(++number, new Cells.Raw(raw.line() + linesBefore, raw.cells(), raw.tooLong()), null);
        } catch (CsvParseException stray) {
            return broken(linesBefore + handler.line());
        }
    }

    private RawRow broken(long line) {
        if (++restarts > MOST_RESTARTS) {
            throw new SheetException("sheet.quotations", MOST_RESTARTS, line);
        }
        try {
            reader.close();
            reader = TextFile.open(file, format.charset());
            for (long i = 1; i < line; i++) {
                TextFile.line(reader);
            }
            String text = TextFile.line(reader);
            rows = restartAfter(line);
            List<String> cells = List.of(text.split(Pattern.quote(String.valueOf(format.separator())), -1));
            return new RawRow(++number, new Cells.Raw(line, cells, -1), new Message("sheet.row.quotation"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CloseableIterator<Cells.Raw> restartAfter(long line) throws IOException {
        CloseableIterator<Cells.Raw> restarted = startAt(0);
        linesBefore = line;
        return restarted;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
