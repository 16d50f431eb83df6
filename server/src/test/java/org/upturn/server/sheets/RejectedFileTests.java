package org.upturn.server.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedFileTests {
    private static String written(String cell) {
        StringWriter text = new StringWriter();
        try (RejectedFile file = RejectedFile.create(text, List.of("score", "why"))) {
            file.add(new Row(2, 2, List.of("11", cell)), "outside the scale");
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://evil.example\")",
                "+1 for the staff",
                "-5",
                "- slow",
                "@home",
                "\tindented",
                "'=quoted",
                "''+x",
                "'tis fine",
                "plain, \"said\"\nso",
                ""
            })
    void whatGoesOutComesBackAsItWas(String cell) {
        try (Sheet sheet = Sheet.open(new ByteArrayInputStream(written(cell).getBytes(StandardCharsets.UTF_8)));
                Stream<Line> lines = sheet.lines()) {
            assertThat(sheet.isCorrected()).isTrue();
            assertThat(sheet.columns()).containsExactly("score", "why");
            assertThat(lines.toList().getFirst()).isEqualTo(new Line.Sound(new Row(2, 2, List.of("11", cell))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1 for the staff", "- slow", "@home", "\tindented"})
    void aFormulaIsGuarded(String cell) {
        assertThat(FormulaGuard.putOn(cell)).isEqualTo("'" + cell);
    }

    @Test
    void aNumberNeedsNoGuard() {
        assertThat(FormulaGuard.putOn("-2147483648")).isEqualTo("-2147483648");
    }
}
