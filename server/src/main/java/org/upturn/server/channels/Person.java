package org.upturn.server.channels;

import org.jspecify.annotations.Nullable;

/** Who answers, as far as we can believe it. */
public sealed interface Person {
    /** Somebody who did not say who they are. */
    record Anonymous() implements Person {}

    /**
     * Somebody who says so, without proof: never taken for a contact that we know.
     *
     * @param willing whether they said that we may write to them
     */
    record Stranger(@Nullable String name, @Nullable String email, boolean willing) implements Person {}

    /**
     * Somebody whom the team's own site vouches for by its signature.
     *
     * @param contact the team's own id; null where only the address is told
     */
    record Signed(
            @Nullable String contact,
            @Nullable String name,
            @Nullable String email) implements Person {}

    Person NOBODY = new Anonymous();
}
