package org.upturn.server.surveys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.workspaces.MemberId;

/**
 * What a teammate says of the survey that is being written (S0-30).
 *
 * @param about the key of the text it is about, for example {@code why} or {@code q.ID}; empty for the whole
 */
public record SurveyComment(
        UUID id,
        String about,
        String words,
        MemberId writtenBy,
        Instant writtenAt,
        @Nullable MemberId resolvedBy,
        @Nullable Instant resolvedAt) {
    public boolean isOpen() {
        return resolvedAt == null;
    }
}
