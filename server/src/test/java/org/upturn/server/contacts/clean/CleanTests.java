package org.upturn.server.contacts.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTests {
    @Test
    void anAddressIsWrittenOneWay() {
        assertThat(CleanText.email(" Ada.Lovelace@EXAMPLE.Org ")).isEqualTo("Ada.Lovelace@example.org");
        assertThat(CleanText.email("mailto:ada@example.org")).isEqualTo("ada@example.org");
        assertThat(CleanText.name("name", "  Ada \u00a0 Lovelace ")).isEqualTo("Ada Lovelace");
    }

    @Test
    void mistypedDomainsAreNoticedAndRealOnesLeftAlone() {
        assertThat(EmailTypos.suggestion("a@gmial.com", List.of())).contains("a@gmail.com");
        assertThat(EmailTypos.suggestion("a@hotnail.con", List.of())).contains("a@hotmail.com");
        assertThat(EmailTypos.suggestion("a@nordwnd.de", List.of("nordwind.de")))
                .contains("a@nordwind.de");
        assertThat(EmailTypos.suggestion("a@mail.com", List.of())).isEmpty();
        assertThat(EmailTypos.suggestion("a@upturn.dev", List.of())).isEmpty();
    }

    @Test
    void numbersAreReadAsTheyAreDialledInTheRegion() {
        assertThat(Phones.of("030 901820", "DE").shown()).isEqualTo("+49 30 901820");
        assertThat(Phones.of("(212) 736-5000", "US").key()).isEqualTo("+12127365000");
        assertThat(Phones.of("call reception", "US").sound()).isFalse();
        assertThat(Phones.of("030 901820", null).shown()).isEqualTo("030 901820");
    }

    @Test
    void aNumberOfARangeThatWeDoNotKnowIsDoubtedAndYetDialled() {
        Phones.Phone drama = Phones.of("07700 900111", "GB");

        assertThat(drama.shown()).isEqualTo("+44 7700 900111");
        assertThat(drama.key()).isEqualTo("+447700900111");
        assertThat(drama.sound()).isFalse();
        assertThat(drama.isDialled()).isTrue();
        assertThat(Phones.of("07700 900111", null).isDialled()).isFalse();
        assertThat(Phones.of("+44 7", null).isDialled()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "12500, 12500",
        "12.500 €, 12500",
        "'$12,500', 12500",
        "'1 234 567,89', 1234567.89",
        "'1.234.567,8', 1234567.8",
        "'EUR 1,234.50', 1234.50",
        "'1’200.–', 1200",
        "12.5, 12.5",
        "'CHF 12’500', 12500",
        "-5, ",
        "quite a lot, ",
        "12.500.1, ",
        "1e9, ",
        "'', "
    })
    void amountsAreReadAsPeopleWriteThem(String typed, java.math.BigDecimal amount) {
        assertThat(Amounts.of(typed).orElse(null)).isEqualTo(amount);
    }

    @Test
    void likenessAsWinklerPublishedIt() {
        assertThat(Likeness.jaroWinkler("martha", "marhta")).isCloseTo(0.961, within());
        assertThat(Likeness.jaroWinkler("dwayne", "duane")).isCloseTo(0.84, within());
        assertThat(Likeness.jaroWinkler("dixon", "dicksonx")).isCloseTo(0.813, within());
        assertThat(Likeness.edits("gmial", "gmail")).isEqualTo(1);
        assertThat(Likeness.nameKey("Strauß, Zoë")).isEqualTo("strauss zoe");
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.001);
    }
}
