package org.upturn.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.history.PastImport.State;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.workspaces.Member;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of the imports themselves. */
@Repository
class PastImportRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
            select id, program_id, file_name, sheet, mapping, waves, month_first, language, checked, state, problem, rows_all,
              rows_done, answers, changes, known, people, rejected, searchable, undone, begun_at, finished_at
            from past_import
            where workspace_id = :workspace
            """;

    private final JdbcClient jdbc;

    PastImportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Member by, PastImport begun, char separator, Instant now) {
        jdbc.sql("""
                        insert into past_import (workspace_id, id, program_id, file_name, sheet, separator, mapping, waves,
                          month_first, language, state, started_by, created_at)
                        values (:workspace, :id, :program, :fileName, :sheet, :separator, cast(:mapping as jsonb), cast(:waves as jsonb),
                          :monthFirst, :language, 'preview', :by, :now)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", begun.id())
                .param("program", begun.program().value())
                .param("fileName", begun.fileName())
                .param("sheet", begun.sheet())
                .param("separator", String.valueOf(separator))
                .param("mapping", Rows.json(begun.mapping()))
                .param("waves", Rows.json(begun.waves()))
                .param("monthFirst", begun.monthFirst())
                .param("language", begun.language())
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .update();
    }

    /** Keeps what was chosen for a file that waits; what was foreseen before holds no more. */
    void choose(WorkspaceId workspace, PastImport chosen) {
        jdbc.sql("""
                        update past_import
                        set program_id = :program, sheet = :sheet, mapping = cast(:mapping as jsonb),
                          waves = cast(:waves as jsonb), month_first = :monthFirst, checked = cast(:checked as jsonb)
                        where workspace_id = :workspace
                          and id = :id
                          and state = 'preview'
                        """)
                .param("workspace", workspace.value())
                .param("id", chosen.id())
                .param("program", chosen.program().value())
                .param("sheet", chosen.sheet())
                .param("mapping", Rows.json(chosen.mapping()))
                .param("waves", Rows.json(chosen.waves()))
                .param("monthFirst", chosen.monthFirst())
                .param("checked", chosen.checked() == null ? null : Rows.json(chosen.checked()))
                .update();
    }

    /** Goes from one state to another, with the time; false when it was not in that state. */
    boolean go(WorkspaceId workspace, UUID id, State from, State to, Instant now) {
        return jdbc.sql("""
                                update past_import
                                set state = :to,
                                  begun_at = case when :to = 'running' then coalesce(begun_at, :now) else begun_at end,
                                  finished_at = case when :to in ('settling', 'cancelled') then :now else finished_at end,
                                  settled_at = case when :to = 'finished' then :now else settled_at end
                                where workspace_id = :workspace
                                  and id = :id
                                  and state = :from
                                """)
                        .param("workspace", workspace.value())
                        .param("id", id)
                        .param("from", from.word())
                        .param("to", to.word())
                        .param("now", Rows.time(now))
                        .update()
                == 1;
    }

    void fail(WorkspaceId workspace, UUID id, String problem, Instant now) {
        jdbc.sql("""
                        update past_import
                        set state = 'failed', problem = :problem, finished_at = :now
                        where workspace_id = :workspace
                          and id = :id
                          and state in ('running', 'settling', 'undoing')
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("problem", problem)
                .param("now", Rows.time(now))
                .update();
    }

    void count(WorkspaceId workspace, UUID id, int rows) {
        jdbc.sql("update past_import set rows_all = :rows where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .param("rows", rows)
                .update();
    }

    /** Adds what came of a chunk; false when the import was paused or cancelled, and the chunk must not be kept. */
    boolean advance(WorkspaceId workspace, UUID id, PastImport.Counts more) {
        return jdbc.sql("""
                                update past_import
                                set rows_done = rows_done + :done, answers = answers + :answers, changes = changes + :changes,
                                  known = known + :known, people = people + :people, rejected = rejected + :rejected
                                where workspace_id = :workspace
                                  and id = :id
                                  and state = 'running'
                                """)
                        .param("workspace", workspace.value())
                        .param("id", id)
                        .param("done", more.done())
                        .param("answers", more.answers())
                        .param("changes", more.changes())
                        .param("known", more.known())
                        .param("people", more.people())
                        .param("rejected", more.rejected())
                        .update()
                == 1;
    }

    void searchable(WorkspaceId workspace, UUID id, int more) {
        jdbc.sql("update past_import set searchable = searchable + :more where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .param("more", more)
                .update();
    }

    void undone(WorkspaceId workspace, UUID id, PastImport.Undone undone) {
        jdbc.sql("""
                        update past_import
                        set state = 'undone', undone = cast(:undone as jsonb)
                        where workspace_id = :workspace
                          and id = :id
                          and state = 'undoing'
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("undone", Rows.json(undone))
                .update();
    }

    /** Imports that are at work or were cut off, by id. */
    Map<UUID, WorkspaceId> moving() {
        return jdbc
                .sql("""
                        -- every workspace
                        select workspace_id, id
                        from past_import
                        where state in ('running', 'settling', 'undoing')
                        """)
                .query((row, n) -> Map.entry(Rows.id(row, "id"), new WorkspaceId(Rows.id(row, "workspace_id"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    PastImport find(WorkspaceId workspace, UUID id) {
        return jdbc.sql(SELECT + "and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .query(PastImportRepository::pastImport)
                .optional()
                .orElseThrow(() -> Problem.notFound("problem.unknown.import"));
    }

    List<PastImport> list(WorkspaceId workspace, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                          and (cast(:after as uuid) is null or id < :after)
                        order by id desc
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("after", after)
                .param("limit", limit)
                .query(PastImportRepository::pastImport)
                .list();
    }

    private static PastImport pastImport(ResultSet row, int n) throws SQLException {
        return new PastImport(
                Rows.id(row, "id"),
                new ProgramId(Rows.id(row, "program_id")),
                row.getString("file_name"),
                row.getString("sheet"),
                JSON.readValue(row.getString("mapping"), new TypeReference<List<PastImport.Mapped>>() {}),
                JSON.readValue(row.getString("waves"), WaveRule.class),
                row.getBoolean("month_first"),
                row.getString("language"),
                read(row, "checked", PastImport.Check.class),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("problem"),
                new PastImport.Counts(
                        row.getObject("rows_all", Integer.class),
                        row.getInt("rows_done"),
                        row.getInt("answers"),
                        row.getInt("changes"),
                        row.getInt("known"),
                        row.getInt("people"),
                        row.getInt("rejected"),
                        row.getInt("searchable")),
                read(row, "undone", PastImport.Undone.class),
                Rows.timeOrNull(row, "begun_at"),
                Rows.timeOrNull(row, "finished_at"));
    }

    private static <T> @Nullable T read(ResultSet row, String column, Class<T> type) throws SQLException {
        return Optional.ofNullable(row.getString(column))
                .map(json -> JSON.readValue(json, type))
                .orElse(null);
    }
}
