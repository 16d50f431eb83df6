package org.upturn.server.contacts.imports;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.Contacts.Outcome;
import org.upturn.server.contacts.Contacts.Registered;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of what an import would do, and did to whom. */
@Repository
class ImportChangeRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final Clock clock;

    ImportChangeRepository(JdbcClient jdbc, Contacts contacts, Clock clock) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** @param before null when the import made the contact */
    record Change(UUID contact, @Nullable Contact before, int revision, boolean untouched) {}

    private record Done(UUID contact, @Nullable Contact before, int revision) {}

    /** Remembers what was done; of a contact changed twice by one import, how it was before the first time. */
    void insert(WorkspaceId workspace, UUID id, List<Registered> done) {
        var changed = new LinkedHashMap<UUID, Done>();
        for (Registered one : done) {
            if (one.outcome() != Outcome.UNCHANGED) {
                Contact contact = one.contact();
                changed.merge(
                        contact.id().value(),
                        new Done(contact.id().value(), one.before(), contact.revision()),
                        (first, last) -> new Done(first.contact(), first.before(), last.revision()));
            }
        }
        jdbc.sql("""
                        insert into contact_import_change (workspace_id, import_id, contact_id, before, revision)
                        select :workspace, :id, changed.contact, changed.before, changed.revision
                        from jsonb_to_recordset(cast(:changed as jsonb))
                          as changed (contact uuid, before jsonb, revision integer)
                        on conflict (workspace_id, import_id, contact_id) do update
                        set revision = excluded.revision
                        where contact_import_change.workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("changed", Rows.json(changed.values()))
                .update();
    }

    List<Change> lock(WorkspaceId workspace, UUID id, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select contact.id, change.before, contact.revision,
                          contact.revision = change.revision and contact.merged_into is null
                            and contact.erased_at is null as untouched
                        from contact_import_change change
                        join contact on contact.workspace_id = change.workspace_id and contact.id = change.contact_id
                        where change.workspace_id = :workspace
                          and change.import_id = :id
                          and (cast(:after as uuid) is null or change.contact_id > :after)
                        order by change.contact_id
                        limit :limit
                        for update of contact
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> {
                    String before = row.getString("before");
                    return new Change(
                            Rows.id(row, "id"),
                            before == null ? null : JSON.readValue(before, Contact.class),
                            row.getInt("revision"),
                            row.getBoolean("untouched"));
                })
                .list();
    }

    void putBack(WorkspaceId workspace, UUID id, Change change) {
        if (change.before() != null) {
            contacts.store(workspace, change.before().withRevision(change.revision()));
        }
    }

    /** Keeps what an import would do with this mapping. */
    /** Reads another sheet of the workbook. */
    void choose(WorkspaceId workspace, UUID id, String sheet, List<ContactImport.Mapped> mapping) {
        jdbc.sql("""
                        update contact_import
                        set sheet = :sheet, mapping = cast(:mapping as jsonb), checked = null
                        where workspace_id = :workspace
                          and id = :id
                          and state = 'preview'
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("sheet", sheet)
                .param("mapping", Rows.json(mapping))
                .update();
    }

    char separator(WorkspaceId workspace, UUID id) {
        return jdbc.sql("select separator from contact_import where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .query(String.class)
                .single()
                .charAt(0);
    }

    void check(WorkspaceId workspace, UUID id, List<ContactImport.Mapped> mapping, ImportCheck checked) {
        jdbc.sql("""
                        update contact_import
                        set mapping = cast(:mapping as jsonb), checked = cast(:checked as jsonb)
                        where workspace_id = :workspace
                          and id = :id
                          and state = 'preview'
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("mapping", Rows.json(mapping))
                .param("checked", Rows.json(checked))
                .update();
    }

    ContactImport.Undone finish(WorkspaceId workspace, UUID id, UUID by, ContactImport.Undone undone) {
        jdbc.sql("""
                        update contact_import
                        set state = 'undone', undone = cast(:undone as jsonb), undone_by = :by, undone_at = :now
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("undone", Rows.json(undone))
                .param("by", by)
                .param("now", Rows.time(clock.instant()))
                .update();
        return undone;
    }
}
