package org.upturn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The app is slow and nobody answers | en
                    Die App ist sehr langsam und niemand antwortet | de
                    Le service est très lent et je ne suis pas content | fr
                    El servicio es muy lento y no me gusta | es
                    Il servizio è molto lento e non mi piace | it
                    O serviço é muito lento e não gostei | pt
                    De app is heel traag en niemand geeft antwoord | nl
                    アプリが遅すぎます | ja
                    这门课非常好 | zh
                    서비스가 너무 느려요 | ko
                    Сервис очень медленный, и никто не отвечает | ru
                    الخدمة بطيئة جدا | ar
                    sehr gut, gerne wieder | de
                    Leider zu teuer | de
                    Schlechter Service | de
                    trop cher | fr
                    muy lento | es
                    troppo caro | it
                    muito bom | pt
                    te duur | nl
                    too slow | en
                    great app | en
                    Wi-Fi keeps dropping | en
                    asdf | und
                    12345 | und
                    👍 | und
                    """)
    void tellsTheLanguageOrSaysItCannot(String text, String language) {
        assertThat(Language.of(text)).isEqualTo(language);
    }
}
