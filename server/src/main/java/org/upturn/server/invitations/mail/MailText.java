package org.upturn.server.invitations.mail;

/**
 * What the mails of a program say, with places to fill such as {@code {name}}.
 *
 * @param language as a BCP 47 tag; says in which direction the mail is written
 * @param low what 0 means
 * @param high what 10 means
 * @param reason why they got it, for the foot of the mail
 * @param unsubscribe the words of the link that takes them off
 */
public record MailText(
        String language, Letter invitation, Letter reminder, String low, String high, String reason, String unsubscribe)
        implements ProgramTexts.InLanguage {
    /** What differs between invitation and reminder. */
    public record Letter(String subject, String greeting, String body) {}

    /** The same words, to be written in another language. */
    public MailText in(String other) {
        return new MailText(other, invitation, reminder, low, high, reason, unsubscribe);
    }

    /** The letter of this number: 0 invites, the others remind. */
    public Letter letter(int number) {
        return number == 0 ? invitation : reminder;
    }
}
