package org.upturn.server.alerts.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** Where alerts go. */
@Component
class AuditedAlerts implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(
                Audited.rows(Audited.Kind.RULES, "alert-channel", "/settings/alerts", "alert_channel", "name"),
                Audited.page(Audited.Kind.RULES, "alerts", "/settings/alerts"));
    }
}
