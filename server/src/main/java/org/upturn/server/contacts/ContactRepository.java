package org.upturn.server.contacts;

import static org.upturn.server.contacts.ContactRows.COLUMNS;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/** All SQL of contacts. Whoever was merged into another is answered by the survivor. */
@Repository
class ContactRepository {
    private static final String ACCOUNT =
            "left join account on account.workspace_id = contact.workspace_id and account.id = contact.account_id\n";
    private static final String STANDING = "contact.merged_into is null and contact.erased_at is null";
    private static final String RESOLVED = "select asked.id as asked_id, asked.external_id as asked_external_id, "
            + COLUMNS + """

            from contact asked
            join contact on contact.workspace_id = asked.workspace_id and contact.id = coalesce(asked.merged_into, asked.id)
            """ + ACCOUNT + "where asked.workspace_id = :workspace\n";

    // Joins, for conditions with "any" are walks through all contacts as long as the table has no statistics.
    private static final String MEANT = """
            meant as (
              select contact.id
              from unnest(cast(:externalIds as text[])) as key
              join contact on contact.workspace_id = :workspace and contact.external_id = key
              union
              select contact.id
              from unnest(cast(:emails as text[])) as key
              join contact on contact.workspace_id = :workspace and lower(contact.email) = key)
            """;

    private final JdbcClient jdbc;

    ContactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores new contacts. Those are left out whose external id was taken meanwhile. @return who was stored */
    Set<ContactId> insert(WorkspaceId workspace, Collection<Contact> contacts, Instant now) {
        return ids(jdbc.sql("""
                        insert into contact (workspace_id, id, external_id, name, email, phone, phone_key, locale, time_zone,
                          account_id, attributes, population, consent, consent_at, consent_how, known_since, created_at,
                          updated_at)
                        select :workspace, told.id, told.external_id, told.name, told.email, told.phone, told.phone_key,
                          told.locale, told.time_zone, told.account_id, told.attributes, told.population, told.consent,
                          told.consent_at, told.consent_how, told.known_since, :now, :now
                        from %s
                        on conflict (workspace_id, external_id) do nothing
                        returning id
                        """.formatted(ContactRows.TOLD)).param("workspace", workspace.value()), contacts, now);
    }

    /** Keeps the contacts as told. Those are left out that were changed after the revision that they carry. */
    Set<ContactId> update(WorkspaceId workspace, Collection<Contact> contacts, Instant now) {
        return ids(jdbc.sql("""
                        update contact
                        set external_id = told.external_id, name = told.name, email = told.email, phone = told.phone,
                          phone_key = told.phone_key, locale = told.locale, time_zone = told.time_zone,
                          account_id = told.account_id, attributes = told.attributes, population = told.population,
                          consent = told.consent, consent_at = told.consent_at, consent_how = told.consent_how,
                          known_since = told.known_since, updated_at = :now, revision = contact.revision + 1
                        from %s
                        where contact.workspace_id = :workspace
                          and contact.id = told.id
                          and contact.revision = told.revision
                        returning contact.id
                        """.formatted(ContactRows.TOLD)).param("workspace", workspace.value()), contacts, now);
    }

    private static Set<ContactId> ids(JdbcClient.StatementSpec statement, Collection<Contact> contacts, Instant now) {
        return contacts.isEmpty()
                ? Set.of()
                : statement
                        .param("told", ContactRows.json(contacts))
                        .param("now", Rows.time(now))
                        .query((row, n) -> new ContactId(Rows.id(row, "id")))
                        .set();
    }

    /** Contacts that these keys may mean, held until the end of the transaction. By external id, then by e-mail key. */
    Known known(WorkspaceId workspace, Collection<String> externalIds, Collection<String> emails) {
        // The rows themselves first: a row that waited is read as it is now only by the next statement.
        jdbc.sql("with " + MEANT + """
                        select contact.id
                        from contact
                        join meant on meant.id = contact.id
                        where contact.workspace_id = :workspace
                        order by contact.id
                        for no key update of contact
                        """)
                .param("workspace", workspace.value())
                .param("externalIds", externalIds.toArray(String[]::new))
                .param("emails", emails.toArray(String[]::new))
                .query(UUID.class)
                .list();
        return look(workspace, externalIds, emails);
    }

    /** The same without holding them. */
    Known look(WorkspaceId workspace, Collection<String> externalIds, Collection<String> emails) {
        var known = new Known();
        jdbc.sql("with " + MEANT + RESOLVED + """
                          and contact.erased_at is null
                          and asked.id in (select id from meant)
                        order by asked.id
                        """)
                .param("workspace", workspace.value())
                .param("externalIds", externalIds.toArray(String[]::new))
                .param("emails", emails.toArray(String[]::new))
                .query((row, n) -> {
                    known.put(row.getString("asked_external_id"), ContactRows.contact(row, n));
                    return n;
                })
                .list();
        return known;
    }

    Optional<Contact> find(WorkspaceId workspace, ContactId id) {
        return jdbc.sql(RESOLVED + "and asked.id = :id")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(ContactRows::contact)
                .optional();
    }

    /** The contact's own row, even if it was merged into another. */
    Optional<Contact> row(WorkspaceId workspace, ContactId id) {
        return jdbc.sql("select " + COLUMNS + "\nfrom contact\n" + ACCOUNT
                        + "where contact.workspace_id = :workspace and contact.id = :id")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(ContactRows::contact)
                .optional();
    }

    Optional<Contact> findByExternalId(WorkspaceId workspace, String externalId) {
        return jdbc.sql(RESOLVED + "and asked.external_id = :externalId and asked.erased_at is null")
                .param("workspace", workspace.value())
                .param("externalId", externalId)
                .query(ContactRows::contact)
                .optional();
    }

    Map<ContactId, Contact> findAll(WorkspaceId workspace, Collection<ContactId> ids) {
        var found = new HashMap<ContactId, Contact>();
        jdbc.sql(RESOLVED + "and asked.id = any(:ids)")
                .param("workspace", workspace.value())
                .param("ids", ids.stream().map(ContactId::value).toArray(UUID[]::new))
                .query((row, n) -> found.put(new ContactId(Rows.id(row, "asked_id")), ContactRows.contact(row, n)))
                .list();
        return found;
    }

    /** Everybody who is this person: the contact first, then who was merged into it. */
    List<ContactId> together(WorkspaceId workspace, ContactId survivor) {
        return jdbc.sql("""
                        select id
                        from contact
                        where workspace_id = :workspace
                          and (id = :id or merged_into = :id)
                        order by merged_into is not null, id
                        """)
                .param("workspace", workspace.value())
                .param("id", survivor.value())
                .query((row, n) -> new ContactId(Rows.id(row, "id")))
                .list();
    }

    List<Contact> list(WorkspaceId workspace, ContactFilter filter, @Nullable UUID after, int limit) {
        return jdbc.sql("select " + COLUMNS + "\nfrom contact\n" + ACCOUNT + """
                        where contact.workspace_id = :workspace
                          and %s
                          and (cast(:after as uuid) is null or contact.id < :after)
                          and %s
                        order by contact.id desc
                        limit :limit
                        """.formatted(STANDING, filter.sql()))
                .params(filter.parameters())
                .param("workspace", workspace.value())
                .param("after", after)
                .param("limit", limit)
                .query(ContactRows::contact)
                .list();
    }

    long count(WorkspaceId workspace, Where where) {
        return jdbc.sql("select count(*) from contact\n" + ACCOUNT + "where contact.workspace_id = :workspace and "
                        + STANDING + " and (" + where.sql() + ")")
                .params(where.parameters())
                .param("workspace", workspace.value())
                .query(Long.class)
                .single();
    }

    List<ContactId> ids(WorkspaceId workspace, Where where) {
        return jdbc.sql("select contact.id from contact\n" + ACCOUNT + "where contact.workspace_id = :workspace and "
                        + STANDING + " and (" + where.sql() + ") order by contact.id")
                .params(where.parameters())
                .param("workspace", workspace.value())
                .query((row, n) -> new ContactId(Rows.id(row, "id")))
                .list();
    }

    /** Domains of e-mail addresses that at least three contacts have, the most frequent first. */
    List<String> frequentDomains(WorkspaceId workspace) {
        return jdbc.sql("""
                        select split_part(lower(email), '@', 2) as domain
                        from contact
                        where workspace_id = :workspace
                          and email is not null
                        group by domain
                        having count(*) >= 3
                        order by count(*) desc, domain
                        limit 200
                        """)
                .param("workspace", workspace.value())
                .query(String.class)
                .list();
    }
}
