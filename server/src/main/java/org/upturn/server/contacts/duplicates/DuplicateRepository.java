package org.upturn.server.contacts.duplicates;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.MemberId;

/** All SQL of the queue of duplicates. */
@Repository
class DuplicateRepository {
    private final JdbcClient jdbc;

    DuplicateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row of the queue. */
    record Kept(UUID id, UUID one, UUID other, double likeness, String reason, boolean dismissed) {}

    List<DuplicateSearch.Person> people(WorkspaceId workspace) {
        return jdbc.sql("""
                        select id, name, lower(email) as email, phone_key, account_id
                        from contact
                        where workspace_id = :workspace
                          and merged_into is null
                          and erased_at is null
                        """)
                .param("workspace", workspace.value())
                .query((row, n) -> DuplicateSearch.Person.of(
                        Rows.id(row, "id"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone_key"),
                        row.getObject("account_id", UUID.class)))
                .list();
    }

    UUID keep(WorkspaceId workspace, DuplicateSearch.Found found, Instant now) {
        return jdbc.sql("""
                        insert into contact_duplicate (workspace_id, id, one_id, other_id, likeness, reason, found_at)
                        values (:workspace, :id, :one, :other, :likeness, :reason, :now)
                        on conflict (workspace_id, one_id, other_id) do update
                        set likeness = excluded.likeness, reason = excluded.reason, found_at = excluded.found_at
                        where contact_duplicate.workspace_id = :workspace
                        returning id
                        """)
                .param("workspace", workspace.value())
                .param("id", Ids.next())
                .param("one", found.pair().one())
                .param("other", found.pair().other())
                .param("likeness", found.likeness())
                .param("reason", found.reason())
                .param("now", Rows.time(now))
                .query(UUID.class)
                .single();
    }

    /** Forgets what was found before and is not found any more; what people said stays. */
    void forgetBefore(WorkspaceId workspace, Instant now) {
        jdbc.sql("""
                        delete from contact_duplicate
                        where workspace_id = :workspace
                          and found_at < :now
                          and dismissed_at is null
                          and reason <> 'told'
                        """)
                .param("workspace", workspace.value())
                .param("now", Rows.time(now))
                .update();
    }

    void dismiss(WorkspaceId workspace, UUID id, @Nullable MemberId by, @Nullable Instant now) {
        jdbc.sql("""
                        update contact_duplicate
                        set dismissed_by = :by, dismissed_at = :now
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("by", by == null ? null : by.value())
                .param("now", Rows.time(now))
                .update();
    }

    Optional<Kept> find(WorkspaceId workspace, UUID id) {
        return jdbc.sql("""
                        select id, one_id, other_id, likeness, reason, dismissed_at is not null as dismissed
                        from contact_duplicate
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .query((row, n) -> kept(row))
                .optional();
    }

    /** Pairs of which both still stand by themselves, the likeliest first. */
    List<Kept> list(WorkspaceId workspace, int limit) {
        return jdbc.sql("""
                        select duplicate.id, duplicate.one_id, duplicate.other_id, duplicate.likeness, duplicate.reason,
                          false as dismissed
                        from contact_duplicate duplicate
                        join contact one on one.workspace_id = duplicate.workspace_id and one.id = duplicate.one_id
                        join contact other on other.workspace_id = duplicate.workspace_id and other.id = duplicate.other_id
                        where duplicate.workspace_id = :workspace
                          and duplicate.dismissed_at is null
                          and one.merged_into is null
                          and other.merged_into is null
                        order by duplicate.likeness desc, duplicate.id
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("limit", limit)
                .query((row, n) -> kept(row))
                .list();
    }

    long count(WorkspaceId workspace) {
        return jdbc.sql("""
                        select count(*)
                        from contact_duplicate duplicate
                        join contact one on one.workspace_id = duplicate.workspace_id and one.id = duplicate.one_id
                        join contact other on other.workspace_id = duplicate.workspace_id and other.id = duplicate.other_id
                        where duplicate.workspace_id = :workspace
                          and duplicate.dismissed_at is null
                          and one.merged_into is null
                          and other.merged_into is null
                        """)
                .param("workspace", workspace.value())
                .query(Long.class)
                .single();
    }

    private static Kept kept(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Kept(
                Rows.id(row, "id"),
                Rows.id(row, "one_id"),
                Rows.id(row, "other_id"),
                row.getDouble("likeness"),
                row.getString("reason"),
                row.getBoolean("dismissed"));
    }
}
