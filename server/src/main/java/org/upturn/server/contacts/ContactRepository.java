package org.upturn.server.contacts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/** All SQL of contacts. */
@Repository
class ContactRepository {
    private static final String COLUMNS = "id, external_id, name, email, phone, account, attributes, known_since";

    private final JdbcClient jdbc;

    ContactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whoever was known by an e-mail address alone, or is told by it alone, is the same person: the address leads to the
     * one contact that has it, and a contact without an id of the team's own takes the one that is told now.
     */
    Contacts.Registered upsert(WorkspaceId workspace, NewContact told, Instant now) {
        return told.email() == null ? store(workspace, told, now) : store(workspace, recognized(workspace, told), now);
    }

    private NewContact recognized(WorkspaceId workspace, NewContact told) {
        if (!told.isKnownByEmail()) {
            jdbc.sql("""
                            update contact
                            set external_id = :externalId
                            where workspace_id = :workspace
                              and external_id = :email
                              and not exists (
                                select 1
                                from contact other
                                where other.workspace_id = :workspace
                                  and other.external_id = :externalId)
                            """)
                    .param("workspace", workspace.value())
                    .param("externalId", told.externalId())
                    .param("email", told.emailKey())
                    .update();
            return told;
        }
        List<String> known = jdbc.sql("""
                        select external_id
                        from contact
                        where workspace_id = :workspace
                          and lower(email) = :email
                        order by id
                        limit 2
                        """)
                .param("workspace", workspace.value())
                .param("email", told.emailKey())
                .query(String.class)
                .list();
        return known.size() == 1 ? told.withExternalId(known.getFirst()) : told;
    }

    private Contacts.Registered store(WorkspaceId workspace, NewContact told, Instant now) {
        return jdbc.sql("""
                        insert into contact (workspace_id, id, external_id, name, email, phone, account, attributes,
                          known_since, created_at, updated_at)
                        values (:workspace, :id, :externalId, :name, :email, :phone, :account,
                          cast(:attributes as jsonb), coalesce(cast(:knownSince as timestamptz), :now), :now, :now)
                        on conflict (workspace_id, external_id) do update
                        set name = case when excluded.name in (excluded.external_id, lower(excluded.email)) then contact.name else excluded.name end,
                          email = coalesce(excluded.email, contact.email),
                          phone = coalesce(excluded.phone, contact.phone),
                          account = coalesce(excluded.account, contact.account),
                          attributes = contact.attributes || excluded.attributes,
                          known_since = coalesce(cast(:knownSince as timestamptz), contact.known_since),
                          updated_at = excluded.updated_at
                        where contact.workspace_id = :workspace
                        returning id, external_id, name, email, phone, account, attributes, known_since,
                          (xmax = 0) as created
                        """)
                .param("workspace", workspace.value())
                .param("id", ContactId.next().value())
                .param("externalId", told.externalId())
                .param("name", told.name())
                .param("email", told.email())
                .param("phone", told.phone())
                .param("account", told.account())
                .param("attributes", Rows.json(told.attributes()))
                .param("knownSince", Rows.time(told.knownSince()))
                .param("now", Rows.time(now))
                .query((row, n) -> new Contacts.Registered(contact(row, n), row.getBoolean("created")))
                .single();
    }

    Optional<Contact> find(WorkspaceId workspace, ContactId id) {
        return jdbc.sql("select " + COLUMNS + " from contact where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(ContactRepository::contact)
                .optional();
    }

    Optional<Contact> findByExternalId(WorkspaceId workspace, String externalId) {
        return jdbc.sql("select " + COLUMNS
                        + " from contact where workspace_id = :workspace and external_id = :externalId")
                .param("workspace", workspace.value())
                .param("externalId", externalId)
                .query(ContactRepository::contact)
                .optional();
    }

    Map<ContactId, Contact> findAll(WorkspaceId workspace, Collection<ContactId> ids) {
        return jdbc
                .sql("select " + COLUMNS + " from contact where workspace_id = :workspace and id = any(:ids)")
                .param("workspace", workspace.value())
                .param("ids", ids.stream().map(ContactId::value).toArray(UUID[]::new))
                .query(ContactRepository::contact)
                .list()
                .stream()
                .collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    List<Contact> list(WorkspaceId workspace, @Nullable String search, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select id, external_id, name, email, phone, account, attributes, known_since
                        from contact
                        where workspace_id = :workspace
                          and (cast(:after as uuid) is null or id < :after)
                          and (cast(:search as text) is null
                            or name ilike :search or email ilike :search
                            or external_id ilike :search or account ilike :search)
                        order by id desc
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("after", after)
                .param("search", search == null || search.isBlank() ? null : "%" + literal(search.strip()) + "%")
                .param("limit", limit)
                .query(ContactRepository::contact)
                .list();
    }

    long count(WorkspaceId workspace) {
        return jdbc.sql("select count(*) from contact where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .query(Long.class)
                .single();
    }

    List<ContactId> ids(WorkspaceId workspace) {
        return jdbc.sql("select id from contact where workspace_id = :workspace order by id")
                .param("workspace", workspace.value())
                .query((row, n) -> new ContactId(Rows.id(row, "id")))
                .list();
    }

    /** What is searched for stands for itself: a per cent sign is no wildcard. */
    private static String literal(String search) {
        return search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static Contact contact(ResultSet row, int n) throws SQLException {
        return new Contact(
                new ContactId(Rows.id(row, "id")),
                row.getString("external_id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("account"),
                Rows.attributes(row, "attributes"),
                Rows.time(row, "known_since"));
    }
}
