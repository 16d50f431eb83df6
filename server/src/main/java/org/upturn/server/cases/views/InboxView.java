package org.upturn.server.cases.views;

import java.util.UUID;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Role;

/**
 * A view of the inbox under a name.
 *
 * @param query the filter, as the query of the inbox without its program
 * @param first whether the inbox of who asked opens with it
 */
public record InboxView(UUID id, MemberId member, String name, String query, boolean shared, boolean first) {
    /** Its own member may change it; managers and owners what is shared. */
    public boolean isChangedBy(Member by) {
        return member.equals(by.id()) || shared && by.role().compareTo(Role.MANAGER) >= 0;
    }
}
