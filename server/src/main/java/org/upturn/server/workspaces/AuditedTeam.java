package org.upturn.server.workspaces;

import java.util.List;
import org.springframework.stereotype.Component;

/** Who came in, and what left the house as a file. */
@Component
class AuditedTeam implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(
                Audited.rows(Audited.Kind.TEAM, "member", "/settings", "member", "name"),
                Audited.nowhere(Audited.Kind.TEAM, "member.signed-in"),
                Audited.rows(Audited.Kind.TEAM, "api-key", "/settings", "api_key", "name"),
                Audited.page(Audited.Kind.TEAM, "workspace", "/settings"),
                Audited.page(Audited.Kind.DOWNLOADS, "csv.audit-log", "/settings/audit-log"));
    }
}
