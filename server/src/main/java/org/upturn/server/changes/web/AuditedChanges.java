package org.upturn.server.changes.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** What was changed, and told to everyone. */
@Component
class AuditedChanges implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(new Audited(Audited.Kind.CASES, "change", "/changes?program={}", """
                        select id, title as name, program_id as place
                        from change
                        where workspace_id = :workspace
                          and id = any(:ids)
                        """));
    }
}
