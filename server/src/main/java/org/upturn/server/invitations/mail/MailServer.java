package org.upturn.server.invitations.mail;

import org.jspecify.annotations.Nullable;

/**
 * Where a mail server is and as whom to sign in; its password is kept apart and sealed.
 *
 * @param user null where the server asks for nobody
 */
public record MailServer(
        String host, int port, Tls tls, @Nullable String user) {}
