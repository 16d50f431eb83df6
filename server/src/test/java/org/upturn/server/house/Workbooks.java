package org.upturn.server.house;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes Excel workbooks (.xlsx), part by part. */
public final class Workbooks {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGES = "http://schemas.openxmlformats.org/package/2006/";

    private Workbooks() {}

    /** A row of texts. */
    public static String row(int number, String... cells) {
        return Arrays.stream(cells)
                .map(cell -> "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>")
                .collect(Collectors.joining("", "<row r=\"" + number + "\">", "</row>"));
    }

    /** @param sheets the rows of each by its name, in their order; style 1 is a date */
    public static byte[] of(Map<String, String> sheets) {
        var bytes = new ByteArrayOutputStream();
        var named = new StringBuilder();
        var related = new StringBuilder();
        try (var zip = new ZipOutputStream(bytes)) {
            String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGES
                            + "content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type
                            + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + type
                            + "styles+xml\"/></Types>");
            put(
                    zip,
                    "_rels/.rels",
                    relationships("<Relationship Id=\"r1\" Type=\"" + OFFICE
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
            int number = 0;
            for (Map.Entry<String, String> sheet : sheets.entrySet()) {
                number++;
                named.append(
                        "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"r%d\"/>".formatted(sheet.getKey(), number, number));
                related.append("<Relationship Id=\"r%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                        .formatted(number, OFFICE, number));
                put(
                        zip,
                        "xl/worksheets/sheet" + number + ".xml",
                        "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + sheet.getValue()
                                + "</sheetData></worksheet>");
            }
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + named
                            + "</sheets></workbook>");
            put(zip, "xl/_rels/workbook.xml.rels", relationships(related.toString()));
            put(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN
                            + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String relationships(String all) {
        return "<Relationships xmlns=\"" + PACKAGES + "relationships\">" + all + "</Relationships>";
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
