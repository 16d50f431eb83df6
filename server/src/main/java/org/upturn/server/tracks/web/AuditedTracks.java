package org.upturn.server.tracks.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** What was done for everyone else. */
@Component
class AuditedTracks implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(
                Audited.rows(Audited.Kind.TRACKS, "tracks", "/programs/{}/tracks", "program", "name"),
                Audited.rows(Audited.Kind.TRACKS, "greetings", "/programs/{}/greetings", "program", "name"),
                Audited.rows(Audited.Kind.TRACKS, "passive", "/contacts/{}", "contact", "name"),
                new Audited(Audited.Kind.TRACKS, "promoter", "/responses/{}/thanks", """
                        select response.id, contact.name, response.id as place
                        from response
                        join contact on contact.workspace_id = :workspace and contact.id = response.contact_id
                        where response.workspace_id = :workspace
                          and response.id = any(:ids)
                        """),
                new Audited(Audited.Kind.TRACKS, "referral", "/contacts/{}", """
                        select advocate.id, contact.name, contact.id as place
                        from advocate
                        join contact on contact.workspace_id = :workspace and contact.id = advocate.contact_id
                        where advocate.workspace_id = :workspace
                          and advocate.id = any(:ids)
                        """),
                Audited.rows(Audited.Kind.DOWNLOADS, "csv.passives", "/programs/{}/passives", "program", "name"),
                Audited.rows(Audited.Kind.DOWNLOADS, "csv.promoters", "/programs/{}/promoters", "program", "name"),
                Audited.rows(Audited.Kind.DOWNLOADS, "csv.testimonials", "/programs/{}/promoters", "program", "name"));
    }
}
