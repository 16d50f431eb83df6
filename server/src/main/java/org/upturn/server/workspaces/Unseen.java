package org.upturn.server.workspaces;

import org.upturn.server.kernel.WorkspaceId;

/** How much news waits for a member, for the bell on every page; asked here, answered by the room that keeps the news. */
public interface Unseen {
    /** At most 100, which stands for more than 99. */
    int of(WorkspaceId workspace, MemberId member);
}
