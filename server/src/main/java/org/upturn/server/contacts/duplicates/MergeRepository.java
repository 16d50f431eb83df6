package org.upturn.server.contacts.duplicates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of merges. */
@Repository
class MergeRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    MergeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param before the survivor as it was @param after the survivor as the merge made it */
    record Kept(
            UUID id,
            ContactId merged,
            ContactId survivor,
            Contact before,
            Contact after,
            MemberId by,
            Instant at,
            boolean split) {}

    void lock(WorkspaceId workspace, ContactId one, ContactId other) {
        jdbc.sql("""
                        select id
                        from contact
                        where workspace_id = :workspace
                          and id in (:one, :other)
                        order by id
                        for no key update
                        """)
                .param("workspace", workspace.value())
                .param("one", one.value())
                .param("other", other.value())
                .query(UUID.class)
                .list();
    }

    void insert(Member by, UUID id, Contact merged, Contact before, Contact after, Instant now) {
        jdbc.sql("""
                        insert into contact_merge (workspace_id, id, merged_id, survivor_id, before, after, merged_by, merged_at)
                        values (:workspace, :id, :merged, :survivor, cast(:before as jsonb), cast(:after as jsonb), :by, :now)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", id)
                .param("merged", merged.id().value())
                .param("survivor", before.id().value())
                .param("before", Rows.json(before))
                .param("after", Rows.json(after))
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .update();
    }

    void close(Member by, UUID id, Instant now) {
        jdbc.sql("""
                        update contact_merge
                        set split_by = :by, split_at = :now
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", by.workspace().value())
                .param("id", id)
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .update();
    }

    /** Lets the survivor answer for the merged contact and for all for whom that one answered. */
    void lead(WorkspaceId workspace, ContactId merged, ContactId survivor) {
        jdbc.sql("""
                        update contact
                        set merged_into = :survivor, revision = revision + 1
                        where workspace_id = :workspace
                          and (id = :merged or merged_into = :merged)
                        """)
                .param("workspace", workspace.value())
                .param("merged", merged.value())
                .param("survivor", survivor.value())
                .update();
    }

    /** Lets a contact stand by itself again, with all who were merged into it while it did. */
    void free(WorkspaceId workspace, ContactId merged) {
        jdbc.sql("""
                        with recursive came (id) as (
                          select standing.merged_id
                          from contact_merge standing
                          where standing.workspace_id = :workspace
                            and standing.survivor_id = :merged
                            and standing.split_at is null
                          union
                          select standing.merged_id
                          from contact_merge standing
                          join came on came.id = standing.survivor_id
                          where standing.workspace_id = :workspace
                            and standing.split_at is null
                        )
                        update contact
                        set merged_into = case when id = :merged then null else cast(:merged as uuid) end,
                          revision = revision + 1
                        where workspace_id = :workspace
                          and (id = :merged or id in (select id from came))
                        """)
                .param("workspace", workspace.value())
                .param("merged", merged.value())
                .update();
    }

    Optional<Kept> find(WorkspaceId workspace, UUID id) {
        return jdbc.sql("""
                        select id, merged_id, survivor_id, before, after, merged_by, merged_at, split_at
                        from contact_merge
                        where workspace_id = :workspace
                          and id = :id
                        for update
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .query(MergeRepository::kept)
                .optional();
    }

    List<Kept> of(WorkspaceId workspace, ContactId survivor) {
        return jdbc.sql("""
                        select standing.id, standing.merged_id, standing.survivor_id, standing.before, standing.after,
                          standing.merged_by, standing.merged_at, standing.split_at
                        from contact_merge standing
                        join contact on contact.workspace_id = standing.workspace_id and contact.id = standing.merged_id
                        where standing.workspace_id = :workspace
                          and contact.merged_into = :survivor
                          and standing.split_at is null
                        order by standing.id desc
                        """)
                .param("workspace", workspace.value())
                .param("survivor", survivor.value())
                .query(MergeRepository::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                Rows.id(row, "id"),
                new ContactId(Rows.id(row, "merged_id")),
                new ContactId(Rows.id(row, "survivor_id")),
                contact(row.getString("before")),
                contact(row.getString("after")),
                new MemberId(Rows.id(row, "merged_by")),
                Rows.time(row, "merged_at"),
                Rows.timeOrNull(row, "split_at") != null);
    }

    /** What was kept of somebody who was deleted since is empty. */
    private static Contact contact(String json) {
        return JSON.readValue(json.equals("{}") ? EMPTY : json, Contact.class);
    }

    private static final String EMPTY =
            "{\"id\":{\"value\":\"00000000-0000-0000-0000-000000000000\"},\"externalId\":\"\",\"name\":\"\",\"attributes\":{},"
                    + "\"knownSince\":\"1970-01-01T00:00:00Z\",\"revision\":0,\"erased\":true}";
}
