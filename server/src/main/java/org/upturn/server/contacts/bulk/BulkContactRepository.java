package org.upturn.server.contacts.bulk;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.contacts.clean.Phones;
import org.upturn.server.kernel.CopyRows;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/** All SQL of contacts in bulk. */
@Repository
class BulkContactRepository {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final JdbcOperations copies;

    BulkContactRepository(JdbcClient jdbc, JdbcOperations copies) {
        this.jdbc = jdbc;
        this.copies = copies;
    }

    /** Two joins, each on its own: with "any" and "or" a table without statistics is walked through for each key. */
    Meant look(WorkspaceId workspace, Collection<String> externalIds, Collection<String> emails) {
        var meant = new Meant();
        jdbc.sql("""
                        select asked.external_id, lower(asked.email) as email, coalesce(asked.merged_into, asked.id) as id
                        from unnest(:externalIds) as told (key)
                        join contact asked on asked.workspace_id = :workspace and asked.external_id = told.key
                        where asked.erased_at is null
                        union
                        select asked.external_id, lower(asked.email) as email, coalesce(asked.merged_into, asked.id) as id
                        from unnest(:emails) as told (key)
                        join contact asked on asked.workspace_id = :workspace and lower(asked.email) = told.key
                        where asked.erased_at is null
                        """)
                .param("workspace", workspace.value())
                .param("externalIds", externalIds.toArray(String[]::new))
                .param("emails", emails.toArray(String[]::new))
                .query(row -> {
                    meant.put(row.getString("external_id"), row.getString("email"), Rows.id(row, "id"));
                });
        return meant;
    }

    /** @throws org.springframework.dao.DuplicateKeyException when an external id was taken meanwhile */
    void insert(WorkspaceId workspace, UUID cameWith, List<BulkContacts.Fresh> fresh, Instant now) {
        var rows = new CopyRows(
                workspace,
                "contact",
                "id",
                "external_id",
                "name",
                "email",
                "phone",
                "phone_key",
                "locale",
                "account_id",
                "attributes",
                "known_since",
                "created_at",
                "updated_at",
                "came_with");
        for (BulkContacts.Fresh one : fresh) {
            NewContact told = one.told();
            rows.row()
                    .id(one.id())
                    .string(told.externalId())
                    .string(told.name() == null ? told.externalId() : told.name())
                    .string(told.email())
                    .string(told.phone())
                    .string(
                            told.phone() == null
                                    ? null
                                    : Phones.of(told.phone(), null).key())
                    .string(told.locale())
                    .id(one.account())
                    .jsonb(Rows.json(told.attributes() == null ? Map.of() : told.attributes()))
                    .time(told.knownSince() == null ? now : told.knownSince())
                    .time(now)
                    .time(now)
                    .id(cameWith);
        }
        rows.store(copies);
    }

    /** Accounts by their names in small letters; those that nobody knows are made. */
    Map<String, UUID> accounts(WorkspaceId workspace, List<String> names, Instant now) {
        var found = new HashMap<String, UUID>();
        jdbc.sql("""
                        insert into account (workspace_id, id, name, created_at, updated_at)
                        select :workspace, told.id, told.name, :now, :now
                        from unnest(:ids, :names) as told (id, name)
                        where not exists (
                          select 1
                          from account
                          where account.workspace_id = :workspace
                            and lower(account.name) = lower(told.name))
                        on conflict (workspace_id, lower(name)) do nothing
                        """)
                .param("workspace", workspace.value())
                .param("now", Rows.time(now))
                .param("ids", names.stream().map(name -> Ids.next()).toArray(UUID[]::new))
                .param("names", names.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        select id, lower(name) as name
                        from account
                        where workspace_id = :workspace
                          and lower(name) = any(array(select lower(told.name) from unnest(:names) as told (name)))
                        for key share
                        """)
                .param("workspace", workspace.value())
                .param("names", names.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("name"), Rows.id(row, "id"));
                });
        return found;
    }

    /** Some of those that came with it and were not changed since, in the order of their ids. */
    List<UUID> cameWith(WorkspaceId workspace, UUID cameWith, @Nullable UUID after) {
        return jdbc.sql("""
                        select id
                        from contact
                        where workspace_id = :workspace
                          and came_with = :cameWith
                          and (cast(:after as uuid) is null or id > :after)
                        order by id
                        limit :batch
                        """)
                .param("workspace", workspace.value())
                .param("cameWith", cameWith)
                .param("after", after)
                .param("batch", BATCH)
                .query(UUID.class)
                .list();
    }

    void delete(WorkspaceId workspace, List<UUID> ids) {
        jdbc.sql("""
                        delete from contact_duplicate
                        where workspace_id = :workspace
                          and (one_id = any(:ids) or other_id = any(:ids))
                        """)
                .param("workspace", workspace.value())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
        jdbc.sql("delete from contact where workspace_id = :workspace and id = any(:ids) and revision = 1")
                .param("workspace", workspace.value())
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }
}
