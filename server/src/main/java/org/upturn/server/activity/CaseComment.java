package org.upturn.server.activity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/**
 * What a member said about a case, to the team only.
 *
 * @param words empty when it was deleted
 * @param byName who wrote it
 * @param earlier what it said before it was edited, the first first
 */
public record CaseComment(
        UUID id,
        String words,
        MemberId by,
        String byName,
        Instant at,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        List<String> earlier) {
    /** Whether this member may edit and delete it: its author, while it is there. */
    public boolean isOf(Member member) {
        return deletedAt == null && by.equals(member.id());
    }
}
