package org.upturn.engine.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Write to ada.o'neil+nps@acme.example, please | email | ada.o'neil+nps@acme.example
                    (ben@mail.acme.co.uk) | email | ben@mail.acme.co.uk
                    My mobile is 07911 123456 | phone | 07911 123456
                    Call me: +49 30 901820 | phone | +49 30 901820
                    Tel. 0171/1234567. | phone | 0171/1234567
                    reach me at (415) 555-2671 any time | phone | (415) 555-2671
                    415-555-2671 | phone | 415-555-2671
                    0041 44 668 18 00 is my number | phone | 0041 44 668 18 00
                    please call 5552671 | phone | 5552671
                    Card 4111 1111 1111 1111 was charged twice | card | 4111 1111 1111 1111
                    Amex 378282246310005 | card | 378282246310005
                    Refund to DE89 3704 0044 0532 0130 00 please | iban | DE89 3704 0044 0532 0130 00
                    iban gb82west12345698765432 | iban | gb82west12345698765432
                    Find me as @cleo_writes. | handle | @cleo_writes
                    see https://www.linkedin.com/in/cleo-miller/ | url | https://www.linkedin.com/in/cleo-miller/
                    https://acme.example/?email=cleo%40acme.example | url | https://acme.example/?email=cleo%40acme.example
                    """)
    void findsWhatPointsToAPerson(String text, String kind, String quotation) {
        assertThat(found(text)).isEqualTo(kind + " " + quotation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I paid 1 234 567 and then 12.500,00 €",
                "Order number 0123456789 never arrived",
                "Ticket 202611220815 is still open",
                "On 2024-04-03 and 03.04.2024 and 03/04/24 nobody came",
                "From 01.02.2024 to 05.03.2024",
                "I give 0 of 10, maybe 1/10",
                "Version 10.12.345.6 crashes",
                "Server 192.168.100.200 is down",
                "We have 1000000 users and 25000000 events",
                "1234 5678 9012 3456 is not a card, its checksum is wrong",
                "DE88 3704 0044 0532 0130 00 is not an account, its checksum is wrong",
                "We met @home and @ work",
                "See https://acme.example/help/reset for more",
                "Open 08:00-17:00, Monday 24/7",
                "$1,299.00 for 12 months, 2023-2024",
                "invoice no. 0800 1234567",
                "Flight BA 0283 on 12 May, gate 22, seat 14C"
            })
    void leavesOtherNumbersAlone(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void masksEachBySayingWhatItIs() {
        assertThat(PersonalData.masked("I am ada@acme.example, call +44 20 7946 0958 or @ada_o!"))
                .isEqualTo("I am [e-mail], call [phone] or [handle]!");
        assertThat(PersonalData.masked("Nothing here")).isEqualTo("Nothing here");
    }

    private static String found(String text) {
        return PersonalData.in(text).stream()
                .map(datum -> datum.kind().word() + " " + text.substring(datum.start(), datum.end()))
                .collect(Collectors.joining("; "));
    }
}
