package org.upturn.server.invitations.web;

import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.Contact;
import org.upturn.server.invitations.Invitation;
import org.upturn.server.invitations.outbox.MailState;

/**
 * An invited contact with the whole personal link.
 *
 * @param lost what became of a mail to whoever has not answered, where it did not reach them; null otherwise
 */
public record LinkRow(
        Contact contact,
        Invitation invitation,
        String link,
        @Nullable MailState lost) {}
