package org.upturn.server.cases.authority.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** What was done for people, and how far each role goes alone. */
@Component
class AuditedActions implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(
                new Audited(Audited.Kind.CASES, "case-action", "/cases/{}/actions", """
                        select done.id, contact.name, done.case_id as place
                        from case_action done
                        join cases on cases.workspace_id = :workspace and cases.id = done.case_id
                        join contact on contact.workspace_id = :workspace and contact.id = cases.contact_id
                        where done.workspace_id = :workspace
                          and done.id = any(:ids)
                        """),
                Audited.rows(Audited.Kind.RULES, "action", "/settings/actions", "loop_action", "name"),
                Audited.page(Audited.Kind.RULES, "spending-currency", "/settings/actions"));
    }
}
