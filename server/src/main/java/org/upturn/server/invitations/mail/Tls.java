package org.upturn.server.invitations.mail;

import java.util.Locale;
import org.upturn.server.kernel.Problem;

/** How a connection to a mail server is protected. */
public enum Tls {
    /** Not at all; only within one machine. */
    NONE,
    /** The connection turns to TLS before anything is said; without it, nothing is sent. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Tls of(String word) {
        for (Tls tls : values()) {
            if (tls.word().equals(word)) {
                return tls;
            }
        }
        throw Problem.invalid("tls", "problem.mail.tls");
    }
}
