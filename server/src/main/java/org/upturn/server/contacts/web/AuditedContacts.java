package org.upturn.server.contacts.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** Whom we ask, and what is known of them. */
@Component
class AuditedContacts implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(
                Audited.rows(Audited.Kind.CONTACTS, "contact", "/contacts/{}", "contact", "name"),
                new Audited(Audited.Kind.CONTACTS, "contact.merged", "/contacts/{}", """
                        select merge.id, contact.name, contact.id as place
                        from contact_merge merge
                        join contact on contact.workspace_id = :workspace and contact.id = merge.survivor_id
                        where merge.workspace_id = :workspace
                          and merge.id = any(:ids)
                        """),
                new Audited(Audited.Kind.CONTACTS, "contact.split", "/contacts/{}", """
                        select merge.id, contact.name, contact.id as place
                        from contact_merge merge
                        join contact on contact.workspace_id = :workspace and contact.id = merge.survivor_id
                        where merge.workspace_id = :workspace
                          and merge.id = any(:ids)
                        """),
                Audited.rows(Audited.Kind.CONTACTS, "contact-import", "/imports/{}", "contact_import", "file_name"),
                Audited.page(Audited.Kind.CONTACTS, "contact-settings", "/attributes"),
                Audited.page(Audited.Kind.CONTACTS, "attribute", "/attributes"),
                Audited.rows(Audited.Kind.CONTACTS, "account", "/accounts/{}", "account", "name"),
                Audited.rows(Audited.Kind.CONTACTS, "segment", "/segments/{}", "segment", "name"),
                Audited.page(Audited.Kind.CONTACTS, "duplicate", "/duplicates"),
                Audited.page(Audited.Kind.DOWNLOADS, "csv.contacts", "/contacts"),
                Audited.page(Audited.Kind.DOWNLOADS, "csv.accounts", "/accounts"));
    }
}
