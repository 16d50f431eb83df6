package org.upturn.server.workspaces.web.team;

import java.util.List;
import org.upturn.server.workspaces.ApiKey;
import org.upturn.server.workspaces.InHands;
import org.upturn.server.workspaces.Member;

/**
 * One member, as their page shows them.
 *
 * @param typed what stands in the form; as it was sent when it could not be taken
 * @param successors who may take over
 * @param keys that act for them
 */
public record MemberView(
        Member member, Typed typed, List<InHands.Held> held, List<Member> successors, List<ApiKey> keys) {
    public String id() {
        return member.id().value().toString();
    }

    public record Typed(String name, String email, String role) {
        static Typed of(Member member) {
            return new Typed(member.name(), member.email(), member.role().word());
        }
    }
}
