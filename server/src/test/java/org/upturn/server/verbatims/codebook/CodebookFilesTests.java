package org.upturn.server.verbatims.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.upturn.engine.Codebook;
import org.upturn.engine.Gap;
import org.upturn.engine.Theme;

class CodebookFilesTests {
    @ParameterizedTest
    @EnumSource(CodebookFormat.class)
    void whatIsWrittenIsReadBackTheSame(CodebookFormat format) {
        var content = CodebookContent.of(new Codebook(
                "Ours",
                List.of(
                        new Theme(
                                "a",
                                "=A \"b\", c",
                                "Two\nlines; é",
                                List.of("-1 star | bad", "x|y", "\\ | \\", "'=1"),
                                Gap.ACCESS,
                                "o@x.example"),
                        new Theme("b", "+B", "", List.of(), null, null, "a"))));

        byte[] file = CodebookFiles.write(format, content);

        assertThat(CodebookFiles.read(format, file, "Ours")).isEqualTo(content);
        assertThat(CodebookFiles.read("export." + format.word(), file, "Ours")).isEqualTo(content);
    }

    @Test
    void aTableRunsNoFormula() {
        var content = CodebookContent.of(
                new Codebook("Ours", List.of(new Theme("a", "=HYPERLINK(\"x\")", "@x", List.of("+1"), null, null))));

        assertThat(new String(CodebookFiles.write(CodebookFormat.CSV, content), StandardCharsets.UTF_8))
                .contains("'=HYPERLINK")
                .contains("'@x");
    }

    @Test
    void jsonKeepsWhatWasMergedAndSplit() {
        var theme = new VersionedTheme(new Theme("a", "A", "", List.of(), null, null), List.of("b"), "c");
        var content = new CodebookContent("Ours", List.of(theme));

        assertThat(CodebookFiles.read(CodebookFormat.JSON, CodebookFiles.write(CodebookFormat.JSON, content), ""))
                .isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x.json | {            | not JSON
            x.json | null         | not JSON
            x.json | {"themes":3} | no themes
            x.yaml | themes: [{id: a, name: A, parent: z}] | no theme with the id 'z'
            x.csv  | id,nam~a,A   | column name is missing
            x.csv  | id,name~a,A,B,C | Row 2
            x.csv  | id,name,gap~a,A,none | field 'gap'
            """)
    void aMistakeIsNamed(String name, String file, String message) {
        byte[] bytes = file.replace('~', '\n').getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CodebookFiles.read(name, bytes, "Ours")).hasMessageContaining(message);
    }

    @Test
    void aTableFromElsewhereIsUnderstood() {
        byte[] table = "ID;Name;Examples;Remark\na;Zugang;Zu weit | Zu teuer;x\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(CodebookFiles.read("themes.csv", table, "Ours").themes())
                .singleElement()
                .satisfies(one -> assertThat(one.theme().examples()).containsExactly("Zu weit", "Zu teuer"));
    }
}
