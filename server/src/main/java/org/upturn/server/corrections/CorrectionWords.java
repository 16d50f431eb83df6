package org.upturn.server.corrections;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.upturn.server.invitations.mail.MailText;
import org.upturn.server.invitations.mail.Note;
import org.upturn.server.surveys.questions.Languages;

/** What a request says in the language of the answer that it is about. */
@Component
class CorrectionWords {
    private final MessageSource messages;

    CorrectionWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Ours for this language, else English. */
    static String language(String asked) {
        return Languages.spoken(asked).toLanguageTag();
    }

    /** The request itself: the team's own words, else the standard ones. */
    String request(Reason reason, String own, String language) {
        return own.isBlank() ? word("correction.ask." + reason.word(), language) : own;
    }

    /** The mail that carries it. */
    Note note(Reason reason, String own, String asked) {
        String language = language(asked);
        String body = request(reason, own, language) + "\n\n" + word("correction.mail.body", language);
        return new Note(
                language,
                new MailText.Letter(
                        word("correction.mail.subject", language), word("correction.mail.greeting", language), body),
                word("correction.mail.button", language),
                word("correction.mail.reason", language),
                word("correction.mail.unsubscribe", language));
    }

    private String word(String key, String language) {
        return messages.getMessage(key, null, Locale.forLanguageTag(language));
    }
}
