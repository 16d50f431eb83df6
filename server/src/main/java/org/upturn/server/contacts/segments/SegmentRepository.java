package org.upturn.server.contacts.segments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of kept segments. */
@Repository
class SegmentRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    SegmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Segment> list(WorkspaceId workspace) {
        return jdbc.sql("""
                        select id, name, rule
                        from segment
                        where workspace_id = :workspace
                        order by lower(name), id
                        """)
                .param("workspace", workspace.value())
                .query(SegmentRepository::segment)
                .list();
    }

    Optional<Segment> find(WorkspaceId workspace, UUID id) {
        return jdbc.sql("select id, name, rule from segment where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .query(SegmentRepository::segment)
                .optional();
    }

    void insert(Member by, Segment segment, Instant now) {
        jdbc.sql("""
                        insert into segment (workspace_id, id, name, rule, created_by, created_at, updated_at)
                        values (:workspace, :id, :name, cast(:rule as jsonb), :by, :now, :now)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", segment.id())
                .param("name", segment.name())
                .param("rule", Rows.json(segment.rule()))
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .update();
    }

    void update(WorkspaceId workspace, Segment segment, Instant now) {
        jdbc.sql("""
                        update segment
                        set name = :name, rule = cast(:rule as jsonb), updated_at = :now
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", segment.id())
                .param("name", segment.name())
                .param("rule", Rows.json(segment.rule()))
                .param("now", Rows.time(now))
                .update();
    }

    void delete(WorkspaceId workspace, UUID id) {
        jdbc.sql("delete from segment where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .update();
    }

    private static Segment segment(ResultSet row, int n) throws SQLException {
        return new Segment(
                Rows.id(row, "id"), row.getString("name"), JSON.readValue(row.getString("rule"), Rule.class));
    }
}
