package org.upturn.server.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    private static final int HEAD = 1 << 16;

    private final Path file;
    private final @Nullable Path temporary;
    private final Format format;
    private final int linesToSkip;
    private final Header header;

    private Sheet(Path file, @Nullable Path temporary) throws IOException {
        this.file = file;
        this.temporary = temporary;
        if (Files.size(file) == 0) {
            throw new SheetException("sheet.empty");
        }
        Charset charset = EncodingGuess.of(file);
        String head = TextFile.head(file, charset, HEAD);
        // Excel writes "sep=;" above the header when asked to.
        boolean told = head.regionMatches(true, 0, "sep=", 0, 4) && head.length() > 4;
        this.linesToSkip = told ? 1 : 0;
        this.format = new Format(charset, told ? head.charAt(4) : SeparatorGuess.of(head));
        this.header = readHeader();
    }

    /**
     * Opens a file.
     *
     * @throws SheetException when it is not a table, with the way to mend it
     */
    public static Sheet open(Path file) {
        try {
            return new Sheet(file, null);
        } catch (IOException e) {
            throw new SheetException("sheet.unreadable", file, e.getMessage());
        }
    }

    /**
     * Opens what a stream brings. It is put aside in a temporary file until {@link #close()}, because a table is looked
     * at more than once.
     *
     * @throws SheetException when it is not a table, with the way to mend it
     */
    public static Sheet open(InputStream stream) {
        try {
            Path temporary = Files.createTempFile("upturn-sheet", ".csv");
            try {
                Files.copy(stream, temporary, StandardCopyOption.REPLACE_EXISTING);
                return new Sheet(temporary, temporary);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(temporary);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Header readHeader() throws IOException {
        try (RawRows rows = new RawRows(file, format, linesToSkip)) {
            Header found = null;
            while (rows.hasNext()) {
                RawRows.RawRow row = rows.next();
                if (Header.isBlank(row.raw().cells())) {
                    continue;
                }
                if (found != null) {
                    return found;
                }
                found = Header.of(row);
            }
            throw new SheetException(found == null ? "sheet.blank" : "sheet.headerOnly");
        }
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
        if (temporary != null) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
