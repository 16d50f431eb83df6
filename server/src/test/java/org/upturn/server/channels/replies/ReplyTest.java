package org.upturn.server.channels.replies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "4 the staff was rude | 4 | the staff was rude",
                "10 | 10 | ~~",
                "0 | 0 | ~~",
                " 9! | 9 | ~~",
                "7. Too slow | 7 | Too slow",
                "9/10 great | 9 | great",
                "10/10 | 10 | ~~",
                "8 - good food, 20 minutes late | 8 | good food, 20 minutes late",
                "4 2 people were rude | 4 | 2 people were rude",
                "٤ الموظفون غير لطفاء | 4 | الموظفون غير لطفاء",
                "١٠ | 10 | ~~",
                "۹ عالی | 9 | عالی",
                "٩ممتاز | 9 | ممتاز",
                "٣ انتظرت ٢٠ دقيقة | 3 | انتظرت ٢٠ دقيقة",
                "८ अच्छा | 8 | अच्छा",
                "“6” meh | 6 | meh",
                "4\uFE0F\u20E3 ok | 4 | ok",
                "9 😀 | 9 | 😀"
            })
    void aNumberAtTheBeginningIsAScore(String text, int score, String words) {
        assertThat(Reply.read(text)).isInstanceOfSatisfying(Reply.Scored.class, scored -> {
            assertThat(scored.score().value()).isEqualTo(score);
            assertThat(scored.words()).isEqualTo(words);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11",
                "100",
                "-5",
                "4/5",
                "7-8",
                "7 or 8",
                "7 bis 8",
                "4 5",
                "4.5",
                "4,5 Sterne",
                "50% sure",
                "4 %",
                "10 minutes late",
                "4 Stunden gewartet",
                "3 times I called",
                "4th time",
                "8:30",
                "00",
                "007",
                "?",
                "...",
                "👍",
                "+4",
                "9 – 10",
                "2026-11-22",
                "0800 123456"
            })
    void whatMayMeanAnythingIsLeftToAPerson(String text) {
        assertThat(Reply.read(text)).isInstanceOf(Reply.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no idea", "the staff was rude", "I give you a 4", "ten", "Stop calling me names, I like you"})
    void wordsAloneAreWords(String text) {
        assertThat(Reply.read(text)).isEqualTo(new Reply.Words(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "stop",
                " Stop. ",
                "“STOP”",
                "Unsubscribe",
                "stop all",
                "ARRÊT",
                "arret",
                "Stopp!",
                "BAJA",
                "abmelden",
                "إيقاف",
                "ايقاف",
                "הסר",
                "Please stop"
            })
    void stopInEachLanguageEndsTheMessages(String text) {
        assertThat(Reply.read(text)).isInstanceOf(Reply.Stop.class);
    }

    @Test
    void startLiftsIt() {
        for (String text : new String[] {"START", "start", "Alta", "Unstop"}) {
            assertThat(Reply.read(text)).as(text).isInstanceOf(Reply.Start.class);
        }
    }
}
