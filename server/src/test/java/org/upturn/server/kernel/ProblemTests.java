package org.upturn.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class ProblemTests {
    @Test
    void isToldInTheLanguageOfTheReaderAndLoggedInEnglish() {
        var messages = new StaticMessageSource();
        messages.addMessage("problem.password.short", Locale.GERMAN, "Mindestens {0} Zeichen.");
        var texts = new Texts(messages, Locale.GERMAN, ZoneOffset.UTC, Clock.systemUTC());

        Problem problem = Problem.invalid("password", "problem.password.short", 10);

        assertThat(texts.text(problem.message())).isEqualTo("Mindestens 10 Zeichen.");
        assertThat(problem).hasMessage("Choose a password of at least 10 characters.");
    }

    @Test
    void aMessageMayFillAPlaceOfAnother() {
        assertThat(new Message("sheet.header", new Message("sheet.row.short", 2, 1_000)).english())
                .isEqualTo("The header row cannot be read: the row has 2 cells where the header has 1000;"
                        + " add what is missing.");
    }
}
