package org.upturn.server.invitations.texts;

import org.upturn.server.invitations.mail.ProgramTexts;

/**
 * What the text messages of a program say in one language, with places to fill such as {@code {name}}; both hold
 * {@code {link}}.
 *
 * @param language as a BCP 47 tag
 */
public record ShortText(String language, String invitation, String reminder) implements ProgramTexts.InLanguage {
    /** The same words, to be written in another language. */
    public ShortText in(String other) {
        return new ShortText(other, invitation, reminder);
    }

    /** The words of this number: 0 invites, the others remind. */
    String words(int number) {
        return number == 0 ? invitation : reminder;
    }
}
