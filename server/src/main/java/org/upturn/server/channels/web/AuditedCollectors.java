package org.upturn.server.channels.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** Open links, widgets and kiosks, and what came back by text message. */
@Component
class AuditedCollectors implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(
                Audited.rows(Audited.Kind.SENDING, "collector", "/collectors/{}", "collector", "name"),
                Audited.page(Audited.Kind.SENDING, "reply", "/replies"));
    }
}
