package org.upturn.server.insights.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** The figures of the loop, taken out. */
@Component
class AuditedFigures implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(Audited.page(Audited.Kind.DOWNLOADS, "csv.loop", "/loop"));
    }
}
