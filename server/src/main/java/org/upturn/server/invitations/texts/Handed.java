package org.upturn.server.invitations.texts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a message that was handed to a gateway. */
public sealed interface Handed {
    /** It was taken. @param id the name that the gateway gave it, when it told one */
    record Accepted(@Nullable String id) implements Handed {}

    /** It was not taken, or nobody knows. */
    sealed interface Failed extends Handed {
        /** What the gateway said, or why it could not be asked. */
        String said();
    }

    /** Not this message, says the gateway. */
    record Refused(String said) implements Failed {}

    /** Not now, says the gateway. @param pause how long to wait at least */
    record Later(String said, Duration pause) implements Failed {}

    /** The gateway cannot be used at all; the message is as good as untouched. */
    record Unusable(String said) implements Failed {}

    /** The connection broke after the whole message was sent and before the answer came: it may have been taken. */
    record Unknown(String said) implements Failed {}
}
