package org.upturn.server.cases;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.MemberId;

/**
 * Something that people have to hear of: published in the transaction in which it becomes true, each once for a case and
 * what happened.
 *
 * @param to whom it concerns first: the owner; null while the case is nobody's
 * @param by who did it; null when the program did, by its rules and clocks
 * @param about the one thing of the case that it is about, such as what was asked for; null for the case itself
 */
public record CaseNews(
        WorkspaceId workspace,
        CaseId id,
        Kind kind,
        @Nullable MemberId to,
        @Nullable MemberId by,
        @Nullable UUID about) {
    public CaseNews(WorkspaceId workspace, CaseId id, Kind kind, @Nullable MemberId to, @Nullable MemberId by) {
        this(workspace, id, kind, to, by, null);
    }

    /** What happened. */
    public enum Kind {
        /** The case is somebody's now, and its words are read as far as they will be. */
        ASSIGNED,
        /** Nobody's for 24 hours (S3-21). */
        UNASSIGNED,
        /** A silent detractor was not asked the one question within its time (decision 9). */
        QUESTION_DUE,
        /** A quarter of the recovery window is left and nobody has been in touch. */
        CONTACT_SOON,
        /** The recovery window of 48 hours has passed and nobody has been in touch (S1-02). */
        CONTACT_LATE,
        /** Open for 30 days (S3-25). */
        ACT_LATE,
        /** The person wrote back, not a machine for them. */
        REPLIED,
        /** A member of the team named somebody in a comment. */
        MENTIONED,
        /** Something was asked for and waits for whoever has the authority (S3-18). */
        ACTION_ASKED,
        /** It was allowed or declined. */
        ACTION_DECIDED,
        /** A call or meeting that is agreed on begins within the hour. */
        CONVERSATION_SOON;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
