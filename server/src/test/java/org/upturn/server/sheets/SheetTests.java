package org.upturn.server.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SheetTests {
    private static Sheet sheet(String text) {
        return sheet(text, StandardCharsets.UTF_8);
    }

    private static Sheet sheet(String text, Charset charset) {
        return Sheet.open(new ByteArrayInputStream(text.getBytes(charset)));
    }

    private static List<Line> lines(Sheet sheet) {
        try (sheet;
                Stream<Line> lines = sheet.lines()) {
            return lines.toList();
        }
    }

    private static List<String> cells(Line line) {
        return line.row().cells();
    }

    @Test
    void readsCommasSemicolonsTabsAndPipes() {
        for (char separator : new char[] {',', ';', '\t', '|'}) {
            String text = "contact,score,why\nada,10,\"Fast, kind; clear\"\nben,7,Fine\n".replace(",", "\0");
            Sheet sheet = sheet(text.replace('\0', separator).replace("Fast" + separator, "Fast,"));
            assertThat(sheet.format().separator()).isEqualTo(separator);
            assertThat(cells(lines(sheet).getFirst())).containsExactly("ada", "10", "Fast, kind; clear");
        }
    }

    @Test
    void commasInsideTheTextDoNotHideASemicolon() {
        Sheet sheet = sheet("contact;score;why\nada;10;Fast, kind, clear\nben;7;Fine, thanks, all, good\n");
        assertThat(sheet.columns()).containsExactly("contact", "score", "why");
    }

    @Test
    void findsEveryEncoding() {
        String text = "contact,score,why\nzoë,9,Très bien – ça va\n";
        for (String name : List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE")) {
            Sheet sheet = sheet(text, Charset.forName(name));
            assertThat(sheet.format().charset()).isEqualTo(Charset.forName(name));
            assertThat(cells(lines(sheet).getFirst())).containsExactly("zoë", "9", "Très bien – ça va");
            Sheet marked =
                    sheet("\uFEFF" + text, name.startsWith("w") ? StandardCharsets.UTF_8 : Charset.forName(name));
            assertThat(marked.columns()).containsExactly("contact", "score", "why");
        }
    }

    @Test
    void keepsLineBreaksInsideQuotations() {
        List<Line> lines = lines(sheet("score,why\n3,\"First.\nSecond \"\"word\"\".\"\n\n9,Good\n"));
        assertThat(cells(lines.getFirst())).containsExactly("3", "First.\nSecond \"word\".");
        assertThat(lines.getLast().row().line()).isEqualTo(5);
        assertThat(lines.getLast().row().number()).isEqualTo(4);
    }

    @Test
    void rejectsRowsOfAnotherWidthAndGoesOn() {
        List<Line> lines = lines(sheet("contact,score,why\nada,10\nben,7,Fine,thanks\ncleo,2,Slow\ndan,1,Slow,,\n"));
        assertThat(lines).filteredOn(Line.Broken.class::isInstance).hasSize(2);
        assertThat(((Line.Broken) lines.getFirst()).reason())
                .contains("2 cells")
                .contains("3");
        assertThat(cells(lines.get(1))).containsExactly("ben", "7", "Fine,thanks");
        assertThat(lines.get(2)).isInstanceOf(Line.Sound.class);
        assertThat(cells(lines.get(3))).containsExactly("dan", "1", "Slow");
    }

    @Test
    void aStrayQuotationMarkCostsOneRowOnly() {
        List<Line> lines = lines(sheet("contact,score,why\nada,10,\"Never closed\nben,7,Fine\ncleo,2,\"Slow\"\n"));
        assertThat(lines).hasSize(3);
        assertThat(((Line.Broken) lines.getFirst()).reason()).contains("quotation mark");
        assertThat(cells(lines.getLast())).containsExactly("cleo", "2", "Slow");
        assertThat(lines.getLast().row().line()).isEqualTo(4);
    }

    @Test
    void survivesACellOfTenMegabytes() {
        List<Line> lines = lines(sheet("score,why\n3,\"" + "long ".repeat(2_000_000) + "\"\n9,Good\n"));
        assertThat(lines).hasSize(2);
        assertThat(((Line.Broken) lines.getFirst()).column()).isEqualTo("why");
        assertThat(((Line.Broken) lines.getFirst()).reason()).contains("longer than");
        assertThat(cells(lines.getLast())).containsExactly("9", "Good");
    }

    @Test
    void rejectsAHeaderThatComesAgain() {
        List<Line> lines = lines(sheet("score,why\n3,Slow\nscore,why\n9,Good\n"));
        assertThat(((Line.Broken) lines.get(1)).reason()).contains("header stands here once more");
    }

    @Test
    void saysHowToMendAFileThatIsNoTable() {
        assertThatThrownBy(() -> sheet("")).isInstanceOf(SheetException.class).hasMessageContaining("empty");
        assertThatThrownBy(() -> sheet("\n \n"))
                .isInstanceOf(SheetException.class)
                .hasMessageContaining("blank lines");
        assertThatThrownBy(() -> sheet("score,why\n"))
                .isInstanceOf(SheetException.class)
                .hasMessageContaining("no rows");
        assertThatThrownBy(() -> sheet("PK\u0003\u0004rest", StandardCharsets.ISO_8859_1))
                .hasMessageContaining("workbook")
                .hasMessageContaining("save it again");
        assertThatThrownBy(() -> sheet("a\0b\0\0c"))
                .isInstanceOf(SheetException.class)
                .hasMessageContaining("not a text");
    }

    @Test
    void obeysTheSeparatorLineOfExcelAndNamesBlankAndRepeatedColumns() {
        Sheet sheet = sheet("sep=;\nscore;;Score\n3;x;4\n");
        assertThat(sheet.columns()).containsExactly("score", "column 2", "Score (2)");
    }

    @Test
    void streamsManyRows() {
        String row = "P-1,9,All good with the service\n";
        Sheet sheet = Sheet.open(new java.io.SequenceInputStream(
                new ByteArrayInputStream("contact,score,why\n".getBytes(StandardCharsets.UTF_8)),
                new ByteArrayInputStream(row.repeat(200_000).getBytes(StandardCharsets.UTF_8))));
        try (sheet;
                Stream<Line> lines = sheet.lines()) {
            assertThat(lines.count()).isEqualTo(200_000);
        }
    }
}
