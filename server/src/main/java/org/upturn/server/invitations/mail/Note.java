package org.upturn.server.invitations.mail;

/**
 * What a letter to one person says: a mail that follows their answer. Places such as {@code {firstname}} are filled when it
 * goes.
 *
 * @param language as a BCP 47 tag
 * @param button the words of its one button
 * @param reason why they got it, for the foot of the mail
 * @param unsubscribe the words of the link that takes them off
 */
public record Note(String language, MailText.Letter letter, String button, String reason, String unsubscribe) {}
