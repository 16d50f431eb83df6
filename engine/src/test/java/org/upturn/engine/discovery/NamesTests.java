package org.upturn.engine.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTests {
    @Test
    void blanksHandlesAddressesAndReferencesInPlace() {
        Names names = Names.in(List.of());
        assertThat(names.blank("@delta lost it")).isEqualTo("       lost it");
        assertThat(names.blank("see https://example.org/a?b now")).isEqualTo("see" + " ".repeat(25) + "now");
        assertThat(names.blank("write to ada@example.org")).isEqualTo("write to" + " ".repeat(16));
        assertThat(names.blank("order AB12345 on 4G")).isEqualTo("order         on 4G");
    }

    @Test
    void blanksWhatIsWrittenWithACapitalWithinSentencesAndHardlyEverWithout() {
        Names names = Names.in(List.of(
                "i have been with Velotel for many years and never had any trouble",
                "we went to Velotel because their prices were much better than ours",
                "and then someone told me that Visa was not accepted in the shop",
                "paid with Visa, but my old visa had been stolen by some thief",
                "The shop was closed and nobody told us anything about The new one"));
        assertThat(names.blank("Velotel is slow")).isEqualTo("        is slow");
        assertThat(names.blank("my Visa is slow")).isEqualTo("my Visa is slow");
        assertThat(names.blank("The shop")).isEqualTo("The shop");
    }

    @Test
    void leavesALanguageAloneThatWritesAllNounsWithACapital() {
        Names names = Names.in(List.of(
                "ich habe das Paket nach einer Woche immer noch nicht bekommen und der Bote kam nie",
                "als das Paket kam war die Rechnung falsch und der Preis auch"));
        assertThat(names.blank("wo ist das Paket")).isEqualTo("wo ist das Paket");
    }
}
