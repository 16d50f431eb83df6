package org.upturn.server.invitations.mail;

/** What became of a mail that was given to a mail server. */
public sealed interface Sent {
    /** The server took it and answers for it now. */
    record Accepted() implements Sent {}

    /** It was not taken. */
    sealed interface Failed extends Sent {
        /** What the server said, or why it could not be asked. */
        String said();
    }

    /** Never, says the server. @param address whether it is the address that does not exist */
    record Refused(String said, boolean address) implements Failed {}

    /** Not now, says the server. */
    record Later(String said) implements Failed {}

    /** The server cannot be used at all; this mail is as good as untouched. */
    record Unusable(String said) implements Failed {}

    /** The connection broke after the whole mail was sent and before the answer came: it may have been taken. */
    record Unknown(String said) implements Failed {}
}
