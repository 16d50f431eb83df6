package org.upturn.server.contacts.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
