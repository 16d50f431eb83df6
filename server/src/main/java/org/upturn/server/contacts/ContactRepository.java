package org.upturn.server.contacts;

import static org.upturn.server.contacts.ContactRows.COLUMNS;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final JdbcClient jdbc;

    ContactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty when the external id was taken meanwhile. */
    boolean insert(WorkspaceId workspace, Contact contact, @Nullable String phoneKey, Instant now) {
        return jdbc.sql("""
                        insert into contact (workspace_id, id, external_id, name, email, phone, phone_key, locale, time_zone,
                          account_id, attributes, population, consent, consent_at, consent_how, known_since, created_at,
                          updated_at)
                        values (:workspace, :id, :externalId, :name, :email, :phone, :phoneKey, :locale, :timeZone,
                          :account, cast(:attributes as jsonb), :population, :consent, :consentAt, :consentHow,
                          :knownSince, :now, :now)
                        on conflict (workspace_id, external_id) do nothing
                        """)
                        .params(ContactRows.parameters(contact, phoneKey))
                        .param("workspace", workspace.value())
                        .param("now", Rows.time(now))
                        .update()
                == 1;
    }

    /** Keeps the contact as told; false when it was changed after the revision that it carries. */
    boolean update(WorkspaceId workspace, Contact contact, @Nullable String phoneKey, Instant now) {
        return jdbc.sql("""
                        update contact
                        set external_id = :externalId, name = :name, email = :email, phone = :phone,
                          phone_key = :phoneKey, locale = :locale, time_zone = :timeZone, account_id = :account,
                          attributes = cast(:attributes as jsonb), population = :population, consent = :consent,
                          consent_at = :consentAt, consent_how = :consentHow, known_since = :knownSince,
                          updated_at = :now, revision = revision + 1
                        where workspace_id = :workspace
                          and id = :id
                          and revision = :revision
                        """)
                        .params(ContactRows.parameters(contact, phoneKey))
                        .param("workspace", workspace.value())
                        .param("revision", contact.revision())
                        .param("now", Rows.time(now))
                        .update()
                == 1;
    }

    /** Contacts that these keys may mean, held until the end of the transaction. By external id, then by e-mail key. */
    Known known(WorkspaceId workspace, Collection<String> externalIds, Collection<String> emails) {
        // The rows themselves first: a row that waited is read as it is now only by the next statement.
        jdbc.sql("""
                        select id
                        from contact
                        where workspace_id = :workspace
                          and (external_id = any(:externalIds) or lower(email) = any(:emails))
                        order by id
                        for no key update
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
        jdbc.sql(RESOLVED + """
                          and contact.erased_at is null
                          and (asked.external_id = any(:externalIds) or lower(asked.email) = any(:emails))
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
