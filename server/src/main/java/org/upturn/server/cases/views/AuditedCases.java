package org.upturn.server.cases.views;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** What was done for detractors; what other rooms do to a case begins with its name as well. */
@Component
class AuditedCases implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(
                new Audited(Audited.Kind.CASES, "case", "/cases/{}", """
                        select cases.id, contact.name, cases.id as place
                        from cases
                        join contact on contact.workspace_id = :workspace and contact.id = cases.contact_id
                        where cases.workspace_id = :workspace
                          and cases.id = any(:ids)
                        """),
                Audited.page(Audited.Kind.CASES, "inbox-view", "/cases"),
                Audited.page(Audited.Kind.DOWNLOADS, "csv.cases", "/cases"));
    }
}
