package org.upturn.server.cases.routing;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** Who answers for whom, and who is away. */
@Component
class AuditedRouting implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(
                Audited.rows(Audited.Kind.RULES, "case-routing", "/programs/{}/routing", "program", "name"),
                Audited.rows(Audited.Kind.RULES, "leave", "/duty", "member", "name"),
                Audited.rows(Audited.Kind.RULES, "working-hours", "/duty", "member", "name"));
    }
}
