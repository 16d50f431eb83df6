package org.upturn.server.workspaces;

import java.util.Locale;
import org.upturn.server.kernel.Problem;

/** What a member may do; each role may do all that the ones before it may. */
public enum Role {
    /** Reads everything. */
    VIEWER,
    /** Works on cases: follows up, logs, closes, adds documents. */
    RESPONDER,
    /** Runs the program: contacts, imports, waves, invitations, changes. */
    MANAGER,
    /** Decides who is in: members, roles, API keys. */
    OWNER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return role;
            }
        }
        throw Problem.invalid("role", "problem.role");
    }
}
