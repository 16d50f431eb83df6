package org.upturn.server.interactions.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** What was put on somebody. */
@Component
class AuditedDocuments implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(new Audited(Audited.Kind.CONTACTS, "document", "/contacts/{}", """
                        select id, name, contact_id as place
                        from document
                        where workspace_id = :workspace
                          and id = any(:ids)
                        """));
    }
}
