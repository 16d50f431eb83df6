package org.upturn.server.history.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** What was brought from elsewhere. */
@Component
class AuditedPastImports implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(Audited.rows(Audited.Kind.CONTACTS, "past-import", "/history/{}", "past_import", "file_name"));
    }
}
