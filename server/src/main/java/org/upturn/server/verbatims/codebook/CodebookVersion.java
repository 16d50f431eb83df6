package org.upturn.server.verbatims.codebook;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a codebook.
 *
 * @param number 1, 2, …
 * @param note what its team says about it; may be empty
 * @param revision counts up with every edit of a draft, so that two people editing at once notice each other
 * @param createdBy the member who began it; null for the starter
 * @param activatedAt when it went live; null for one that never did
 * @param responsesAll how many responses were to be read when it began to go live
 * @param responsesRead how many of them have been read
 */
public record CodebookVersion(
        int number,
        State state,
        String name,
        String note,
        int revision,
        @Nullable UUID createdBy,
        Instant createdAt,
        @Nullable Instant activatedAt,
        int responsesAll,
        int responsesRead) {

    /** Where a version stands. At most one of a codebook is a draft, being read or paused; one is active. */
    public enum State {
        /** Being edited. */
        DRAFT,
        /** All history is being read against it; then it becomes active. */
        READING,
        /** The same, but somebody stopped it for a while. */
        PAUSED,
        /** What is read against now. */
        ACTIVE,
        /** Was active before, or was taken back before it ever was. */
        PAST;

        /** The word in tables, messages and the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isDraft() {
        return state == State.DRAFT;
    }

    public boolean isPaused() {
        return state == State.PAUSED;
    }

    /** Whether it is on its way to become active. */
    public boolean isGoingLive() {
        return state == State.READING || state == State.PAUSED;
    }

    /** Whether it was taken back before it ever went live. */
    public boolean isTakenBack() {
        return state == State.PAST && activatedAt == null;
    }
}
