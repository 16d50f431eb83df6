package org.upturn.server.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.sheets.formats.EncodingGuess;
import org.upturn.server.sheets.formats.JsonLines;
import org.upturn.server.sheets.formats.TextFile;
import org.upturn.server.sheets.formats.Workbook;

/**
 * The CSV that a table is read from: the file itself, or what a workbook or JSON lines were written out as.
 *
 * @param sheets all sheets of a workbook; empty otherwise
 * @param sheet the one of them that it is
 */
record Source(Path file, Format format, int linesToSkip, List<String> sheets, String sheet) {
    private static final int HEAD = 1 << 16;
    private static final Format OURS = new Format(StandardCharsets.UTF_8, ',');

    /** @param made takes the files that are to be deleted at the end */
    static Source of(Path file, @Nullable String wanted, List<Path> made) throws IOException {
        if (Files.size(file) == 0) {
            throw new SheetException("sheet.empty");
        }
        byte[] magic = first(file);
        if (Workbook.isOld(magic)) {
            throw Workbook.refusal(file);
        }
        if (Workbook.isOne(magic)) {
            Path csv = temporary(made);
            Workbook.Written written = new Workbook(file, wanted).writeTo(csv);
            return new Source(csv, OURS, 0, written.names(), written.chosen());
        }
        Charset charset = EncodingGuess.of(file);
        String head = TextFile.head(file, charset, HEAD);
        if (JsonLines.isOne(head)) {
            Path csv = temporary(made);
            JsonLines.write(file, charset, csv);
            return new Source(csv, OURS, 0, List.of(), "");
        }
        // Excel writes "sep=;" above the header when asked to.
        boolean told = head.regionMatches(true, 0, "sep=", 0, 4) && head.length() > 4;
        char separator = told ? head.charAt(4) : SeparatorGuess.of(head);
        return new Source(file, new Format(charset, separator), told ? 1 : 0, List.of(), "");
    }

    private static Path temporary(List<Path> made) throws IOException {
        Path csv = Files.createTempFile("upturn-sheet", ".csv");
        made.add(csv);
        return csv;
    }

    private static byte[] first(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }
}
