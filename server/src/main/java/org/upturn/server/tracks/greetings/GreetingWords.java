package org.upturn.server.tracks.greetings;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Contact;
import org.upturn.server.invitations.mail.MailText;
import org.upturn.server.invitations.mail.Note;
import org.upturn.server.surveys.questions.Languages;

/** What a greeting says: the team's own words, else ours in the person's language. It has no button: nothing is asked. */
@Component
class GreetingWords {
    private final MessageSource messages;

    GreetingWords(MessageSource messages) {
        this.messages = messages;
    }

    Note note(Greeting greeting, Contact person, String organization) {
        String language = Languages.spoken(person.language()).toLanguageTag();
        String key = greeting.milestone().word();
        return new Note(
                language,
                new MailText.Letter(
                        own(greeting.subject(), word("greeting.subject." + key, language), organization),
                        own(greeting.greeting(), word("thanks.mail.greeting", language), organization),
                        own(greeting.body(), word("greeting.body." + key, language), organization)),
                "",
                word("greeting.reason", language),
                word("correction.mail.unsubscribe", language));
    }

    private static String own(String told, String standard, String organization) {
        return (told.isBlank() ? standard : told).replace("{organization}", organization);
    }

    private String word(String key, String language) {
        return messages.getMessage(key, null, Locale.forLanguageTag(language));
    }
}
