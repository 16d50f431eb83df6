package org.upturn.server.followups.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** The words that letters begin with. */
@Component
class AuditedTexts implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(Audited.rows(Audited.Kind.RULES, "follow-up", "/programs/{}/letter-texts", "program", "name"));
    }
}
