package org.upturn.server.contacts.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of contact imports. */
@Repository
class ContactImportRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    ContactImportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Member by, ContactImport begun, byte[] content, char separator, Instant now) {
        jdbc.sql("""
                        insert into contact_import (workspace_id, id, file_name, content, sheet, separator, mapping, state, started_by, created_at)
                        values (:workspace, :id, :fileName, :content, :sheet, :separator, cast(:mapping as jsonb), 'preview', :by, :now)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", begun.id())
                .param("fileName", begun.fileName())
                .param("content", content)
                .param("sheet", begun.sheet())
                .param("separator", String.valueOf(separator))
                .param("mapping", Rows.json(begun.mapping()))
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .update();
    }

    byte[] content(WorkspaceId workspace, UUID id) {
        return jdbc.sql("select content from contact_import where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .query((row, n) -> row.getBytes("content"))
                .optional()
                .orElseThrow(() -> Problem.notFound("problem.unknown.import"));
    }

    /**
     * Lets the planner know what came in. In a young database it has no statistics, takes any index that begins with
     * the workspace for as good as the right one, and checks each foreign key by walking through everybody.
     */
    void analyze() {
        jdbc.sql("analyze contact, contact_import, contact_import_change").update();
    }

    void start(WorkspaceId workspace, UUID id, List<ContactImport.Mapped> mapping) {
        jdbc.sql("""
                        update contact_import
                        set state = 'running', mapping = cast(:mapping as jsonb)
                        where workspace_id = :workspace
                          and id = :id
                          and state = 'preview'
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("mapping", Rows.json(mapping))
                .update();
    }

    /** Imports that run or were cut off, by id. */
    Map<UUID, WorkspaceId> running() {
        var running = new HashMap<UUID, WorkspaceId>();
        jdbc.sql("""
                        -- every workspace
                        select workspace_id, id
                        from contact_import
                        where state = 'running'
                        """).query(row -> {
            running.put(Rows.id(row, "id"), new WorkspaceId(Rows.id(row, "workspace_id")));
        });
        return running;
    }

    void count(WorkspaceId workspace, UUID id, int rows) {
        jdbc.sql("update contact_import set rows_all = :rows where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .param("rows", rows)
                .update();
    }

    int lockRowsDone(WorkspaceId workspace, UUID id) {
        return jdbc.sql("select rows_done from contact_import where workspace_id = :workspace and id = :id for update")
                .param("workspace", workspace.value())
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** @param counts rows, created, updated, unchanged, rejected */
    void advance(WorkspaceId workspace, UUID id, int[] counts) {
        jdbc.sql("""
                        update contact_import
                        set rows_done = rows_done + :rows, created = created + :created, updated = updated + :updated,
                          unchanged = unchanged + :unchanged, rejected = rejected + :rejected
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("rows", counts[0])
                .param("created", counts[1])
                .param("updated", counts[2])
                .param("unchanged", counts[3])
                .param("rejected", counts[4])
                .update();
    }

    void insert(WorkspaceId workspace, UUID id, List<ContactImport.Rejected> rejected) {
        rejected.forEach(one -> jdbc.sql("""
                        insert into contact_import_rejection (workspace_id, import_id, row_number, column_name, value, reason, cells)
                        values (:workspace, :id, :row, :column, :value, :reason, cast(:cells as jsonb))
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("row", one.row())
                .param("column", one.column())
                .param("value", one.value())
                .param("reason", one.reason())
                .param("cells", Rows.json(one.cells()))
                .update());
    }

    void finish(WorkspaceId workspace, UUID id, Instant now) {
        jdbc.sql("""
                        update contact_import
                        set state = 'finished', finished_at = :now, content = '', checked = null
                        where workspace_id = :workspace
                          and id = :id
                          and state = 'running'
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("now", Rows.time(now))
                .update();
    }

    void fail(WorkspaceId workspace, UUID id, String problem, Instant now) {
        jdbc.sql("""
                        update contact_import
                        set state = 'failed', problem = :problem, finished_at = :now
                        where workspace_id = :workspace
                          and id = :id
                          and state = 'running'
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("problem", problem)
                .param("now", Rows.time(now))
                .update();
    }

    Optional<ContactImport> find(WorkspaceId workspace, UUID id) {
        return jdbc.sql("""
                        select id, file_name, sheet, mapping, checked, state, problem, rows_done, rows_all, created, updated,
                          unchanged, rejected, undone
                        from contact_import
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .query(ContactImportRepository::contactImport)
                .optional();
    }

    List<ContactImport> list(WorkspaceId workspace, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select id, file_name, sheet, mapping, checked, state, problem, rows_done, rows_all, created, updated,
                          unchanged, rejected, undone
                        from contact_import
                        where workspace_id = :workspace
                          and (cast(:after as uuid) is null or id < :after)
                        order by id desc
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("after", after)
                .param("limit", limit)
                .query(ContactImportRepository::contactImport)
                .list();
    }

    List<ContactImport.Rejected> rejected(WorkspaceId workspace, UUID id, int limit) {
        return jdbc.sql("""
                        select row_number, column_name, value, reason, cells
                        from contact_import_rejection
                        where workspace_id = :workspace
                          and import_id = :id
                        order by row_number
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("limit", limit)
                .query((row, n) -> new ContactImport.Rejected(
                        row.getInt("row_number"),
                        row.getString("column_name"),
                        row.getString("value"),
                        row.getString("reason"),
                        JSON.readValue(row.getString("cells"), new TypeReference<List<String>>() {})))
                .list();
    }

    private static ContactImport contactImport(ResultSet row, int n) throws SQLException {
        return new ContactImport(
                Rows.id(row, "id"),
                row.getString("file_name"),
                row.getString("sheet"),
                JSON.readValue(row.getString("mapping"), new TypeReference<List<ContactImport.Mapped>>() {}),
                read(row, "checked", ImportCheck.class),
                ContactImport.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("problem"),
                row.getInt("rows_done"),
                row.getObject("rows_all", Integer.class),
                row.getInt("created"),
                row.getInt("updated"),
                row.getInt("unchanged"),
                row.getInt("rejected"),
                read(row, "undone", ContactImport.Undone.class));
    }

    private static <T> @Nullable T read(ResultSet row, String column, Class<T> type) throws SQLException {
        String json = row.getString(column);
        return json == null ? null : JSON.readValue(json, type);
    }
}
