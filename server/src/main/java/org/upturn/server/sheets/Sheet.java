package org.upturn.server.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A table in a file: how it is written, its columns, and its rows as often as they are asked for.
 *
 * <p>Rows are streamed in flat memory. Rows in which every cell is blank are passed over and counted nowhere. A file
 * that {@link RejectedFile} wrote is recognised by its last column: that column is left out and the guards against
 * formulas are taken off, so that what was mended comes back exactly as it was.
 */
public final class Sheet implements AutoCloseable {
    private static final int DEEPEST_HEAD = 3;

    private final Path file;
    private final List<Path> temporary;
    private final Format format;
    private final int linesToSkip;
    private final Header header;
    private final List<String> sheets;
    private final String sheet;

    private Sheet(Path given, @Nullable Path ours, @Nullable String wanted) throws IOException {
        var made = new ArrayList<Path>();
        if (ours != null) {
            made.add(ours);
        }
        try {
            var source = Source.of(given, wanted, made);
            this.file = source.file();
            this.format = source.format();
            this.linesToSkip = source.linesToSkip();
            this.sheets = source.sheets();
            this.sheet = source.sheet();
            this.temporary = List.copyOf(made);
            this.header = readHeader();
        } catch (IOException | RuntimeException e) {
            for (Path one : made) {
                Files.deleteIfExists(one);
            }
            throw e;
        }
    }

    /**
     * Opens a file: CSV in any encoding and separator, an Excel workbook (.xlsx), or one JSON object a line.
     *
     * @throws SheetException when it is not a table, with the way to mend it
     */
    public static Sheet open(Path file) {
        return open(file, null);
    }

    /** Opens a file. @param wanted which sheet of a workbook; null for the first that holds something */
    public static Sheet open(Path file, @Nullable String wanted) {
        try {
            return new Sheet(file, null, wanted);
        } catch (IOException e) {
            throw new SheetException("sheet.unreadable", file.getFileName(), String.valueOf(e.getMessage()));
        }
    }

    /** Opens what a stream brings. @param wanted which sheet of a workbook; "" for the first that holds something */
    public static Sheet open(InputStream stream, String wanted) {
        try {
            Path temporary = Files.createTempFile("upturn-sheet", ".csv");
            try {
                Files.copy(stream, temporary, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(temporary);
                throw e;
            }
            return new Sheet(temporary, temporary, wanted.isEmpty() ? null : wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens what a stream brings. It is put aside in a temporary file until {@link #close()}, because a table is looked
     * at more than once.
     *
     * @throws SheetException when it is not a table, with the way to mend it
     */
    public static Sheet open(InputStream stream) {
        return open(stream, "");
    }

    private Header readHeader() throws IOException {
        try (RawRows rows = new RawRows(file, format, linesToSkip)) {
            var first = new ArrayList<RawRows.RawRow>();
            while (rows.hasNext() && first.size() < DEEPEST_HEAD + 1) {
                RawRows.RawRow row = rows.next();
                if (!Header.isBlank(row.raw().cells())) {
                    first.add(row);
                }
            }
            if (first.size() < 2) {
                throw new SheetException(first.isEmpty() ? "sheet.blank" : "sheet.headerOnly");
            }
            RawRows.RawRow deep = ToolHead.of(first);
            if (deep != null && deep.number() == first.getLast().number()) {
                throw new SheetException("sheet.headerOnly");
            }
            return Header.of(deep == null ? first.getFirst() : deep);
        }
    }

    /** All sheets of a workbook; empty where the file is no workbook. */
    public List<String> sheets() {
        return sheets;
    }

    /** The sheet of the workbook that is read, "" where the file is no workbook. */
    public String sheet() {
        return sheet;
    }

    public Format format() {
        return format;
    }

    /** The names of the columns, each once: a blank name becomes {@code column 3}, a repeated one {@code score (2)}. */
    public List<String> columns() {
        return header.columns();
    }

    /** Whether this is a file of rejected rows that comes back. */
    public boolean isCorrected() {
        return header.corrected();
    }

    /** All rows below the header in the order of the file. To be closed after use. */
    public Stream<Line> lines() {
        try {
            RawRows rows = new RawRows(file, format, linesToSkip);
            return StreamSupport.stream(
                            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED | Spliterator.NONNULL), false)
                    .filter(row -> row.number() > header.number()
                            && !Header.isBlank(row.raw().cells()))
                    .map(row -> header.judge(row, format.separator()))
                    .onClose(rows::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first sound rows, as many as there are but no more than asked for. */
    public List<Row> sample(int most) {
        try (Stream<Line> lines = lines()) {
            return lines.filter(Line.Sound.class::isInstance)
                    .limit(most)
                    .map(Line::row)
                    .toList();
        }
    }

    @Override
    public void close() {
        for (Path one : temporary) {
            try {
                Files.deleteIfExists(one);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
