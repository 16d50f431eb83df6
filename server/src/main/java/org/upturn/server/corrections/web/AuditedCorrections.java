package org.upturn.server.corrections.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** Who was asked once more. */
@Component
class AuditedCorrections implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(
                new Audited(Audited.Kind.SENDING, "correction", "/responses/{}/corrections", """
                        select correction.id, contact.name, correction.response_id as place
                        from correction
                        join contact on contact.workspace_id = :workspace and contact.id = correction.contact_id
                        where correction.workspace_id = :workspace
                          and correction.id = any(:ids)
                        """),
                Audited.rows(Audited.Kind.SENDING, "correction.asked.wave", "/waves/{}/corrections", "wave", "name"),
                Audited.rows(Audited.Kind.SENDING, "correction.rule", "/programs/{}/corrections", "program", "name"));
    }
}
