package org.upturn.server.cases.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.workspaces.Member;

/** Who can answer for a program's detractors, and who does. */
public record Routing(
        List<Member> team, @Nullable UUID owner, @Nullable UUID senior) {
    public boolean isMissing() {
        return owner == null;
    }
}
