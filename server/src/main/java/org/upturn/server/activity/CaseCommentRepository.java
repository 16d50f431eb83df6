package org.upturn.server.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.alerts.Alerts;
import org.upturn.server.cases.CaseId;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** The SQL of comments on cases. */
@Repository
class CaseCommentRepository implements Alerts.Comments {
    private static final String SELECT = """
            select comment.id, comment.words, comment.written_by, member.name, comment.written_at, comment.edited_at,
              comment.deleted_at,
              array(
                select version.words
                from case_comment_version version
                where version.workspace_id = :workspace
                  and version.comment_id = comment.id
                order by version.id) as earlier
            from case_comment comment
            join member on member.workspace_id = comment.workspace_id and member.id = comment.written_by
            """;

    private final JdbcClient jdbc;

    CaseCommentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> words(WorkspaceId workspace, UUID comment) {
        return jdbc.sql("""
                        select words
                        from case_comment
                        where workspace_id = :workspace
                          and id = :id
                          and deleted_at is null
                        """)
                .param("workspace", workspace.value())
                .param("id", comment)
                .query(String.class)
                .optional();
    }

    void insert(Member by, CaseId item, UUID id, String words, Instant now) {
        jdbc.sql("""
                        insert into case_comment (workspace_id, id, case_id, words, written_by, written_at)
                        values (:workspace, :id, :case, :words, :by, :now)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", id)
                .param("case", item.value())
                .param("words", words)
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .update();
    }

    /** Keeps what it said, and says the new. */
    void edit(WorkspaceId workspace, CaseComment known, String words, Instant now) {
        jdbc.sql("""
                        insert into case_comment_version (workspace_id, id, comment_id, words, replaced_at)
                        values (:workspace, :id, :comment, :words, :now)
                        """)
                .param("workspace", workspace.value())
                .param("id", Ids.next())
                .param("comment", known.id())
                .param("words", known.words())
                .param("now", Rows.time(now))
                .update();
        jdbc.sql("""
                        update case_comment
                        set words = :words, edited_at = :now
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", known.id())
                .param("words", words)
                .param("now", Rows.time(now))
                .update();
    }

    void delete(WorkspaceId workspace, UUID id, Instant now) {
        jdbc.sql("delete from case_comment_version where workspace_id = :workspace and comment_id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .update();
        jdbc.sql("""
                        update case_comment
                        set words = '', deleted_at = :now
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("now", Rows.time(now))
                .update();
    }

    /** False when it names them already. */
    boolean mention(WorkspaceId workspace, UUID comment, MemberId member) {
        return jdbc.sql("""
                                insert into case_mention (workspace_id, comment_id, member_id)
                                values (:workspace, :comment, :member)
                                on conflict do nothing
                                """)
                        .param("workspace", workspace.value())
                        .param("comment", comment)
                        .param("member", member.value())
                        .update()
                == 1;
    }

    int count(WorkspaceId workspace, CaseId item) {
        return jdbc.sql("select count(*) from case_comment where workspace_id = :workspace and case_id = :case")
                .param("workspace", workspace.value())
                .param("case", item.value())
                .query(Integer.class)
                .single();
    }

    List<CaseComment> ofCase(WorkspaceId workspace, CaseId item) {
        return jdbc.sql(SELECT + """
                        where comment.workspace_id = :workspace
                          and comment.case_id = :case
                        order by comment.id
                        """)
                .param("workspace", workspace.value())
                .param("case", item.value())
                .query(CaseCommentRepository::comment)
                .list();
    }

    /** Held until the end of the transaction when there is one. */
    Optional<CaseComment> find(WorkspaceId workspace, CaseId item, UUID id) {
        return jdbc.sql(SELECT + """
                        where comment.workspace_id = :workspace
                          and comment.case_id = :case
                          and comment.id = :id
                        for update of comment
                        """)
                .param("workspace", workspace.value())
                .param("case", item.value())
                .param("id", id)
                .query(CaseCommentRepository::comment)
                .optional();
    }

    private static CaseComment comment(ResultSet row, int n) throws SQLException {
        return new CaseComment(
                Rows.id(row, "id"),
                row.getString("words"),
                new MemberId(Rows.id(row, "written_by")),
                row.getString("name"),
                Rows.time(row, "written_at"),
                Rows.timeOrNull(row, "edited_at"),
                Rows.timeOrNull(row, "deleted_at"),
                List.of((String[]) row.getArray("earlier").getArray()));
    }
}
