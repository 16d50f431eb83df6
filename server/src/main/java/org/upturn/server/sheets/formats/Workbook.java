package org.upturn.server.sheets.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.upturn.server.sheets.SheetException;

/**
 * An Excel workbook (.xlsx) written out as CSV, row by row, in flat memory but for its shared texts, which are bounded.
 * Rows keep their numbers. What unpacks to more than a person's table ever does is refused before it is read.
 */
public final class Workbook {
    /** All parts unpacked: a million rows of twenty columns take some 800 MB. */
    private static final long MOST_BYTES = 2L << 30;

    /** The shared texts, which lie in memory while the rows are read. */
    private static final long MOST_SHARED = 192L << 20;

    private static final int MOST_PARTS = 5_000;
    private static final int MOST_COLUMNS = 2_000;
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private final Path file;
    private final @Nullable String wanted;

    public Workbook(Path file, @Nullable String wanted) {
        this.file = file;
        this.wanted = wanted;
    }

    /** What a workbook became. @param names of all sheets that can be chosen; @param chosen the one that was read */
    public record Written(List<String> names, String chosen) {}

    public static boolean isOne(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /** Whether it is the container of old .xls files, which locked .xlsx files are kept in too. */
    public static boolean isOld(byte[] head) {
        return head.length >= 4
                && (head[0] & 0xff) == 0xD0
                && (head[1] & 0xff) == 0xCF
                && (head[2] & 0xff) == 0x11
                && (head[3] & 0xff) == 0xE0;
    }

    /** Why such a container is not taken. */
    public static SheetException refusal(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(1 << 20);
            for (int i = 0; i + ENCRYPTED.length <= head.length; i++) {
                if (java.util.Arrays.equals(head, i, i + ENCRYPTED.length, ENCRYPTED, 0, ENCRYPTED.length)) {
                    return new SheetException("sheet.workbook.locked");
                }
            }
        }
        return new SheetException("sheet.workbook.old");
    }

    public Written writeTo(Path csv) throws IOException {
        checkSize();
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                var writer = CsvWriter.builder().build(csv, StandardCharsets.UTF_8)) {
            List<Sheet> sheets = workbook.getSheets().toList();
            for (Sheet sheet : chosen(sheets)) {
                if (write(sheet, new CellText(workbook.isDate1904()), writer) > 0 || wanted != null) {
                    return new Written(sheets.stream().map(Sheet::getName).toList(), sheet.getName());
                }
            }
            throw new SheetException("sheet.blank");
        } catch (ExcelReaderException | UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new SheetException("sheet.workbook.broken");
        }
    }

    private List<Sheet> chosen(List<Sheet> sheets) {
        if (wanted == null) {
            return sheets;
        }
        return List.of(sheets.stream()
                .filter(sheet -> sheet.getName().equalsIgnoreCase(wanted.strip()))
                .findFirst()
                .orElseThrow(() -> new SheetException(
                        "sheet.workbook.sheet",
                        wanted,
                        String.join(", ", sheets.stream().map(Sheet::getName).toList()))));
    }

    /** How many rows hold something. */
    private static long write(Sheet sheet, CellText text, CsvWriter writer) throws IOException {
        long found = 0;
        long next = 1;
        int width = 0;
        try (Stream<Row> rows = sheet.openStream()) {
            for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
                Row row = all.next();
                List<String> cells = cells(row, text, width);
                if (cells.stream().allMatch(String::isBlank)) {
                    continue;
                }
                for (; next < row.getRowNum(); next++) {
                    writer.writeRecord("");
                }
                width = width == 0 ? cells.size() : width;
                writer.writeRecord(cells);
                next = row.getRowNum() + 1L;
                found++;
            }
        }
        return found;
    }

    private static List<String> cells(Row row, CellText text, int width) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            cells.add(row.getOptionalCell(i).map(text::of).orElse(""));
        }
        while (cells.size() < width) {
            cells.add("");
        }
        return cells;
    }

    /** Unpacks every part without keeping it, for what the file itself says of its sizes can be a lie. */
    private void checkSize() throws IOException {
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        int parts = 0;
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : zip.stream().toList()) {
                boolean shared = part.getName().endsWith("sharedStrings.xml");
                long here = 0;
                try (InputStream in = zip.getInputStream(part)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        here += read;
                        if (all + here > MOST_BYTES || shared && here > MOST_SHARED) {
                            throw new SheetException("sheet.workbook.large");
                        }
                    }
                }
                all += here;
                if (++parts > MOST_PARTS) {
                    throw new SheetException("sheet.workbook.large");
                }
            }
        } catch (java.util.zip.ZipException broken) {
            throw new SheetException("sheet.workbook.broken");
        }
    }
}
