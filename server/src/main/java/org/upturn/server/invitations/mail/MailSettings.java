package org.upturn.server.invitations.mail;

import org.jspecify.annotations.Nullable;

/**
 * How a workspace writes to people.
 *
 * @param publicUrl how people reach this installation, without a slash at the end; begins every link in a mail
 * @param colour of the buttons, as {@code #rrggbb}
 * @param mailbox where bounces are read, when they are
 * @param dkim the record of the key that signs, when one was made
 */
public record MailSettings(
        MailServer server,
        Sender sender,
        String publicUrl,
        String colour,
        Pace pace,
        @Nullable MailServer mailbox,
        @Nullable DkimRecord dkim) {}
