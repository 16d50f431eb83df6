package org.upturn.server.invitations.mail;

import java.util.Map;
import org.upturn.server.contacts.Contact;

/**
 * What a letter to one person says: a mail that follows their answer. Places such as {@code {firstname}} are filled when it
 * goes.
 *
 * @param language as a BCP 47 tag
 * @param button the words of its one button; empty for a letter that asks for nothing
 * @param reason why they got it, for the foot of the mail
 * @param unsubscribe the words of the link that takes them off
 */
public record Note(String language, MailText.Letter letter, String button, String reason, String unsubscribe) {
    /** As this person would read it, to look at before it goes. */
    public Note seenBy(Contact contact) {
        String name = contact.name().equalsIgnoreCase(contact.email()) ? "" : contact.name();
        Map<String, String> values =
                Map.of("name", name, "firstname", name.strip().split("\\s+", 2)[0]);
        var filled = new MailText.Letter(
                Places.fill(letter.subject(), values),
                Places.fill(letter.greeting(), values),
                Places.fill(letter.body(), values));
        return new Note(language, filled, button, reason, unsubscribe);
    }
}
