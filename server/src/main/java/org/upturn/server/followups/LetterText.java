package org.upturn.server.followups;

import org.upturn.server.invitations.mail.ProgramTexts;

/**
 * What the letters of a program say around the first sentence, with places such as {@code {firstname}} and {@code {member}}.
 *
 * @param language as a BCP 47 tag
 */
public record LetterText(String language, String subject, String greeting, String rest)
        implements ProgramTexts.InLanguage {}
