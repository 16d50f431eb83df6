package org.upturn.server.discovery.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** What nothing covered yet. */
@Component
class AuditedDiscoveries implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(Audited.page(Audited.Kind.VERBATIMS, "discovery", "/discovery"));
    }
}
