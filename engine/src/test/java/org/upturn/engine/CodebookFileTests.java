package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodebookFileTests {
    @Test
    void readsAThemeWithAndWithoutItsOptionalFields() {
        Codebook codebook = CodebookFile.parse("""
                # A comment.
                name: Acme
                themes:
                  - id: account-management.account-access
                    name: "Account access"
                    description: "Mentions of log in / sign in, \\"forgotten\\" password."
                  - id: slow
                    name: Slow
                    description: It is slow.
                    examples: [Takes ages, "So slow: again"]
                    gap: feedback-loop
                    owner: olga@acme.example
                """);
        assertThat(codebook.name()).isEqualTo("Acme");
        assertThat(codebook.themes().getFirst().gap()).isNull();
        assertThat(codebook.themes().getFirst().examples()).isEmpty();
        assertThat(codebook.theme("slow"))
                .contains(new Theme(
                        "slow",
                        "Slow",
                        "It is slow.",
                        java.util.List.of("Takes ages", "So slow: again"),
                        Gap.FEEDBACK_LOOP,
                        "olga@acme.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"company", "program", "nonprofit"})
    void aStarterComesBackTheSameFromWhatIsWritten(String kind) {
        Codebook codebook = Codebook.starter(kind);
        assertThat(codebook.themes())
                .hasSizeGreaterThan(10)
                .allMatch(theme -> theme.examples().size() >= 4);
        assertThat(CodebookFile.parse(CodebookFile.write(codebook))).isEqualTo(codebook);
    }

    @Test
    void aThemeBelowAnotherComesBackBelowIt() {
        Codebook codebook = CodebookFile.parse("name: X\nthemes: [{id: b, name: B, parent: a}, {id: a, name: A}]");
        assertThat(codebook.theme("b")).map(Theme::parent).contains("a");
        assertThat(CodebookFile.parse(CodebookFile.write(codebook))).isEqualTo(codebook);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [{name: A}] | Theme 1, field 'id'
                    [{id: a}] | Theme 'a', field 'name'
                    [{id: a, name: A}, {id: a, name: B}] | Theme 2: the id 'a' is taken
                    [{id: a, name: A, gap: delivry}] | Theme 'a', field 'gap': 'delivry' is not one of
                    [{id: a, name: A, exampels: [x]}] | Theme 'a': the field 'exampels' is not known
                    [{id: a, name: A, parent: b}] | Theme 'a', field 'parent': there is no theme with the id 'b'
                    [{id: a, name: A, parent: a}] | Theme 'a', field 'parent': the theme 'a' would stand below itself
                    [{id: a, name: A, parent: b}, {id: b, name: B, parent: a}] | would stand below itself
                    [{id: a, name: A, examples: x}] | Theme 'a', field 'examples': write a list
                    [a] | Theme 1 is not a list of fields
                    [] | has no themes
                    """)
    void aMistakeIsNamedWithItsPlace(String themes, String message) {
        assertThatThrownBy(() -> CodebookFile.parse("name: X\nthemes: " + themes))
                .isInstanceOf(CodebookException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just text",
                "name: [",
                "a: !!java.net.URL [\"http://x\"]",
                "name: x\nname: y\nthemes: [{id: a, name: A}]"
            })
    void whatIsNoCodebookIsRefused(String yaml) {
        assertThatThrownBy(() -> CodebookFile.parse(yaml)).isInstanceOf(CodebookException.class);
    }

    @Test
    void aHugeFileIsRefused() {
        byte[] huge = new byte[CodebookFile.LARGEST_FILE + 1];
        assertThatThrownBy(() -> CodebookFile.read(new ByteArrayInputStream(huge)))
                .isInstanceOf(CodebookException.class)
                .hasMessageContaining("larger");
    }
}
