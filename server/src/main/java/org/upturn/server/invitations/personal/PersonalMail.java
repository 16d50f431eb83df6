package org.upturn.server.invitations.personal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one member writes to one person.
 *
 * @param from the member, as the person reads it; the address is the workspace's
 * @param replyTo where an answer goes
 * @param language as a BCP 47 tag
 * @param text plain, as it goes
 * @param calendar an iCalendar object that goes along; null for none
 * @param references the Message-IDs of the mails before it in this conversation, the first first
 */
public record PersonalMail(
        String from,
        String replyTo,
        String language,
        String subject,
        String text,
        @Nullable String calendar,
        List<String> references) {
    public PersonalMail {
        references = List.copyOf(references);
    }
}
