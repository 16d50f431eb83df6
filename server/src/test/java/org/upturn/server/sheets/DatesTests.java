package org.upturn.server.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTests {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    private static DateOrder order(String... column) {
        DateOrder order = new DateOrder();
        List.of(column).forEach(order::see);
        return order;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-11-19|2023-11-19T00:00:00Z",
                "2023-11-19T20:15:00+02:00|2023-11-19T18:15:00Z",
                "2023-11-19 20:15:30.123Z|2023-11-19T20:15:30Z",
                "29/01/2018 19:34|2018-01-29T19:34:00Z",
                "19th November 2023|2023-11-19T00:00:00Z",
                "Nov 19, 2023|2023-11-19T00:00:00Z",
                "Sunday, 19 November 2023 7:30 pm|2023-11-19T19:30:00Z",
                "19.11.2023|2023-11-19T00:00:00Z",
                "45249|2023-11-19T00:00:00Z",
                "45249.5|2023-11-19T12:00:00Z"
            })
    void readsADateAsPeopleWriteIt(String cell, Instant moment) {
        assertThat(new Dates(order(cell), CLOCK).parse(cell)).isEqualTo(Parsed.of(moment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "23-Nov",
                "",
                "soon",
                "31/02/2024",
                "2026-11-24",
                "01/01/2031",
                "19 Foo 2023",
                "2024-13-01",
                "2024-01-01 25:00"
            })
    void refusesWhatIsNoDateOrLiesInTheFuture(String cell) {
        assertThat(new Dates(order(cell), CLOCK).parse(cell)).isInstanceOf(Parsed.Refused.class);
    }

    @Test
    void theWholeColumnDecidesWhetherTheDayComesFirst() {
        assertThat(new Dates(order("03/04/2024", "12/25/2024"), CLOCK).parse("03/04/2024"))
                .isEqualTo(Parsed.of(Instant.parse("2024-03-04T00:00:00Z")));
        assertThat(new Dates(order("03/04/2024", "25/12/2024"), CLOCK).parse("03/04/2024"))
                .isEqualTo(Parsed.of(Instant.parse("2024-04-03T00:00:00Z")));
        assertThat(order("03/04/2024", "25/12/2024").note()).isEmpty();
    }

    @Test
    void inDoubtTheDayComesFirstAndItIsSaid() {
        DateOrder order = order("03/04/2024");
        assertThat(new Dates(order, CLOCK).parse("03/04/2024"))
                .isEqualTo(Parsed.of(Instant.parse("2024-04-03T00:00:00Z")));
        assertThat(order.note()).contains("day first");
    }

    @Test
    void aDayThatHasBegunSomewhereIsNotTheFuture() {
        assertThat(new Dates(new DateOrder(), CLOCK).parse("2026-11-23")).isInstanceOf(Parsed.Value.class);
    }
}
