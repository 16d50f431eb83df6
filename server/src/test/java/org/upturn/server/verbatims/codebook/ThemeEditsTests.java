package org.upturn.server.verbatims.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.upturn.engine.Theme;
import org.upturn.server.kernel.Problem;

class ThemeEditsTests {
    private final CodebookContent content = new CodebookContent(
            "Ours",
            Stream.of(
                            theme("support", null),
                            theme("slow", "support", "Waited a week", "Nobody answers"),
                            theme("late", "support", "Too late"),
                            theme("price", null, "Too dear"))
                    .map(VersionedTheme::new)
                    .toList());

    @Test
    void whatIsMergedGivesItsExamplesAndIsRemembered() {
        CodebookContent merged = ThemeEdits.merge(content, "late", "slow");

        VersionedTheme heir = merged.theme("slow").orElseThrow();
        assertThat(heir.theme().examples()).containsExactly("Waited a week", "Nobody answers", "Too late");
        assertThat(heir.formerly()).containsExactly("late");
        assertThat(merged.theme("late")).isEmpty();
        assertThat(ThemeEdits.merge(merged, "slow", "price")
                        .theme("price")
                        .orElseThrow()
                        .formerly())
                .containsExactly("late", "slow");
    }

    @Test
    void whatStoodBelowAThemeThatIsGoneStandsWhereItStoodOrBelowItsHeir() {
        assertThat(ThemeEdits.remove(content, "support")
                        .theme("slow")
                        .orElseThrow()
                        .theme()
                        .parent())
                .isNull();
        assertThat(ThemeEdits.merge(content, "support", "price")
                        .theme("slow")
                        .orElseThrow()
                        .theme()
                        .parent())
                .isEqualTo("price");
        assertThat(ThemeEdits.checked(ThemeEdits.merge(content, "support", "slow"))
                        .theme("slow")
                        .orElseThrow()
                        .theme()
                        .parent())
                .isNull();
    }

    @Test
    void aSplitThemeKeepsItsIdAndGivesTheChosenExamplesAway() {
        CodebookContent split = ThemeEdits.split(content, "slow", "No answer", Set.of("Nobody answers"));

        assertThat(split.themes().stream().map(VersionedTheme::id))
                .containsExactly("support", "slow", "no-answer", "late", "price");
        assertThat(split.theme("slow").orElseThrow().theme().examples()).containsExactly("Waited a week");
        assertThat(split.theme("no-answer").orElseThrow()).satisfies(second -> {
            assertThat(second.theme().examples()).containsExactly("Nobody answers");
            assertThat(second.splitFrom()).isEqualTo("slow");
        });
        assertThat(CodebookDiff.of(content, split).added())
                .singleElement()
                .satisfies(one -> assertThat(one.splitFrom().id()).isEqualTo("slow"));
    }

    @Test
    void aThemeMovesAmongItsNeighboursOnly() {
        CodebookContent moved = ThemeEdits.move(content, "price", true);

        assertThat(moved.themes().stream().map(VersionedTheme::id)).containsExactly("price", "support", "slow", "late");
        assertThat(CodebookDiff.of(content, moved).moved())
                .extracting(Theme::id)
                .containsExactly("price");
        assertThat(ThemeEdits.move(content, "slow", true)).isEqualTo(content);
        assertThat(ThemeEdits.move(moved, "price", true)).isEqualTo(moved);
    }

    @Test
    void theLastThemeStays() {
        var alone = new CodebookContent("Ours", List.of(new VersionedTheme(theme("price", null))));

        assertThatThrownBy(() -> ThemeEdits.remove(alone, "price")).isInstanceOf(Problem.class);
    }

    @Test
    void aThemeCannotStandBelowItself() {
        CodebookContent circle = ThemeEdits.change(content, theme("support", "slow"));

        assertThatThrownBy(() -> ThemeEdits.checked(circle)).hasMessageContaining("below itself");
    }

    @Test
    void anImportKeepsWhatIsKnownOfThemesThatStay() {
        CodebookContent merged = ThemeEdits.merge(content, "late", "slow");
        var told = new CodebookContent(
                "New",
                Stream.of(theme("slow", null), theme("fresh", null))
                        .map(VersionedTheme::new)
                        .toList());

        CodebookContent replaced = ThemeEdits.replace(merged, told);

        assertThat(replaced.name()).isEqualTo("New");
        assertThat(replaced.theme("slow").orElseThrow().formerly()).containsExactly("late");
        var back = new CodebookContent(
                "New",
                Stream.of(theme("slow", null), theme("late", null))
                        .map(VersionedTheme::new)
                        .toList());
        assertThat(ThemeEdits.replace(merged, back).theme("slow").orElseThrow().formerly())
                .isEmpty();
    }

    @Test
    void aNewIdIsNeverOneThatAThemeHadBefore() {
        CodebookContent merged = ThemeEdits.merge(content, "late", "slow");

        assertThat(ThemeEdits.freeId(merged, "Late")).isEqualTo("late-2");
        assertThat(ThemeEdits.freeId(merged, "  Wi-Fi & Net! ")).isEqualTo("wi-fi-net");
        assertThat(ThemeEdits.freeId(merged, "???")).isEqualTo("theme");
    }

    @Test
    void aDiffTellsRemovedMergedAndChangedApart() {
        CodebookContent after = ThemeEdits.remove(ThemeEdits.merge(content, "late", "slow"), "price");

        CodebookDiff diff = CodebookDiff.of(content, after);

        assertThat(diff.removed()).extracting(Theme::id).containsExactly("price");
        assertThat(diff.merged())
                .extracting(one -> one.theme().id() + ">" + one.into().id())
                .containsExactly("late>slow");
        assertThat(diff.changed()).singleElement().satisfies(one -> {
            assertThat(one.fields()).containsExactly(CodebookDiff.Field.EXAMPLES);
            assertThat(one.come()).containsExactly("Too late");
        });
        assertThat(diff.moved()).isEmpty();
        assertThat(diff.count()).isEqualTo(3);
    }

    private static Theme theme(String id, @Nullable String parent, String... examples) {
        return new Theme(id, id, "What is " + id, List.of(examples), null, null, parent);
    }
}
