package org.upturn.server.contacts.bulk;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.contacts.clean.Phones;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/** All SQL of contacts in bulk. Each statement takes whole columns as arrays. */
@Repository
class BulkContactRepository {
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;

    BulkContactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** @return the ids of those that are new; an external id that was taken meanwhile is passed over */
    Set<UUID> insert(WorkspaceId workspace, UUID cameWith, List<BulkContacts.Fresh> fresh, Instant now) {
        return new HashSet<>(jdbc.sql("""
                        insert into contact (workspace_id, id, external_id, name, email, phone, phone_key, locale, account_id,
                          attributes, known_since, created_at, updated_at, came_with)
                        select :workspace, told.id, told.external_id, told.name, told.email, told.phone, told.phone_key,
                          told.locale, told.account_id, cast(told.attributes as jsonb), cast(told.known_since as timestamptz),
                          :now, :now, :cameWith
                        from unnest(:ids, :externalIds, :names, :emails, :phones, :phoneKeys, :locales,
                          cast(:accounts as uuid[]), :attributes, :since)
                          as told (id, external_id, name, email, phone, phone_key, locale, account_id, attributes, known_since)
                        on conflict (workspace_id, external_id) do nothing
                        returning id
                        """)
                .param("workspace", workspace.value())
                .param("cameWith", cameWith)
                .param("now", Rows.time(now))
                .param("ids", fresh.stream().map(BulkContacts.Fresh::id).toArray(UUID[]::new))
                .param("externalIds", texts(fresh, NewContact::externalId))
                .param("names", texts(fresh, one -> one.name() == null ? one.externalId() : one.name()))
                .param("emails", texts(fresh, NewContact::email))
                .param("phones", texts(fresh, NewContact::phone))
                .param(
                        "phoneKeys",
                        texts(
                                fresh,
                                one -> one.phone() == null
                                        ? null
                                        : Phones.of(one.phone(), null).key()))
                .param("locales", texts(fresh, NewContact::locale))
                .param(
                        "accounts",
                        fresh.stream().map(BulkContacts.Fresh::account).toArray(UUID[]::new))
                .param(
                        "attributes",
                        texts(fresh, one -> Rows.json(one.attributes() == null ? Map.of() : one.attributes())))
                .param("since", texts(fresh, one -> String.valueOf(one.knownSince() == null ? now : one.knownSince())))
                .query(UUID.class)
                .list());
    }

    private static @Nullable String[] texts(
            List<BulkContacts.Fresh> fresh, Function<NewContact, @Nullable String> column) {
        return fresh.stream().map(one -> column.apply(one.told())).toArray(String[]::new);
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
