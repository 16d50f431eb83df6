package org.upturn.server.invitations.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** What goes out, and how. */
@Component
class AuditedSending implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(
                Audited.page(Audited.Kind.SENDING, "mail", "/settings/mail"),
                Audited.rows(Audited.Kind.SENDING, "mail.texts", "/programs/{}/mails", "program", "name"),
                new Audited(Audited.Kind.SENDING, "mailing", "/waves/{}/mailings", """
                        select mailing.id, wave.name, wave.id as place
                        from mailing
                        join wave on wave.workspace_id = :workspace and wave.id = mailing.wave_id
                        where mailing.workspace_id = :workspace
                          and mailing.id = any(:ids)
                        """),
                new Audited(Audited.Kind.SENDING, "cadence", "/programs/{}/cadences", """
                        select id, name, program_id as place
                        from cadence
                        where workspace_id = :workspace
                          and id = any(:ids)
                        """),
                Audited.page(Audited.Kind.SENDING, "suppression", "/suppressions"),
                Audited.page(Audited.Kind.SENDING, "gateway", "/settings/gateway"),
                Audited.rows(Audited.Kind.SENDING, "texts", "/programs/{}/texts", "program", "name"),
                Audited.rows(Audited.Kind.DOWNLOADS, "csv.links", "/waves/{}", "wave", "name"));
    }
}
