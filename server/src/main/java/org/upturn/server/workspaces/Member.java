package org.upturn.server.workspaces;

import org.upturn.server.kernel.WorkspaceId;

/**
 * A person on the team, in one workspace, with one role. Everything done is done by a member.
 *
 * @param left whether they are on the team no more: what they did keeps their name, and nothing can be theirs
 */
public record Member(WorkspaceId workspace, MemberId id, String name, String email, Role role, boolean left) {
    public Member(WorkspaceId workspace, MemberId id, String name, String email, Role role) {
        this(workspace, id, name, email, role, false);
    }

    /** Up to two letters for a small round mark. */
    public String initials() {
        String[] words = name.strip().split("\\s+");
        String first = words[0].substring(0, words[0].offsetByCodePoints(0, 1));
        String last = words[words.length - 1];
        return words.length == 1 ? first : first + last.substring(0, last.offsetByCodePoints(0, 1));
    }

    /** Whether cases can be theirs: a viewer could only look at them, and who left does not even that. */
    public boolean answers() {
        return role != Role.VIEWER && !left;
    }
}
