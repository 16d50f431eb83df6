package org.upturn.server.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.WaveId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of what an import has done: the chunks that are in, the waves it made, the rows it did not take. */
@Repository
class ImportRowRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    ImportRowRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts what is in every table. Without that the planner takes any index that begins with the workspace for as good
     * as the right one, and checks each foreign key by walking through everybody.
     */
    void analyze() {
        jdbc.sql("analyze").update();
    }

    /**
     * Lets the database leave out the checks of foreign keys row by row until the end of the transaction, where it allows
     * us to. The embedded one does; it halves the time of an import. {@link #hold} stands in for them.
     */
    void leaveOutChecks() {
        jdbc.sql("""
                        select set_config('session_replication_role', 'replica', true)
                        where has_parameter_privilege('session_replication_role', 'set')
                        """).query(String.class).optional();
    }

    /**
     * Holds the waves and contacts that a chunk's answers point to until the end of the transaction.
     *
     * @throws IllegalStateException when one of them was removed meanwhile
     */
    void hold(WorkspaceId workspace, Set<UUID> waves, Set<UUID> contacts) {
        if (held(workspace, "wave", waves) < waves.size() || held(workspace, "contact", contacts) < contacts.size()) {
            throw new IllegalStateException("A wave or a contact was removed while its answers came in");
        }
    }

    private int held(WorkspaceId workspace, String table, Set<UUID> ids) {
        return jdbc.sql("""
                        select known.id
                        from unnest(:ids) as told (id)
                        join %s known on known.workspace_id = :workspace and known.id = told.id
                        for key share of known
                        """.formatted(table))
                .param("workspace", workspace.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .size();
    }

    Set<Integer> chunks(WorkspaceId workspace, UUID id) {
        return new HashSet<>(
                jdbc.sql("select chunk from past_import_chunk where workspace_id = :workspace and import_id = :id")
                        .param("workspace", workspace.value())
                        .param("id", id)
                        .query(Integer.class)
                        .list());
    }

    /** False when it is in already. */
    boolean take(WorkspaceId workspace, UUID id, int chunk) {
        return jdbc.sql("""
                                insert into past_import_chunk (workspace_id, import_id, chunk)
                                values (:workspace, :id, :chunk)
                                on conflict (workspace_id, import_id, chunk) do nothing
                                """)
                        .param("workspace", workspace.value())
                        .param("id", id)
                        .param("chunk", chunk)
                        .update()
                == 1;
    }

    /** @param stretched whether its time comes from its answers */
    void made(WorkspaceId workspace, UUID id, WaveId wave, boolean stretched) {
        jdbc.sql("""
                        insert into past_import_wave (workspace_id, import_id, wave_id, stretched)
                        values (:workspace, :id, :wave, :stretched)
                        on conflict (workspace_id, import_id, wave_id) do nothing
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("wave", wave.value())
                .param("stretched", stretched)
                .update();
    }

    List<WaveId> waves(WorkspaceId workspace, UUID id, boolean onlyStretched) {
        return jdbc.sql("""
                        select wave_id
                        from past_import_wave
                        where workspace_id = :workspace
                          and import_id = :id
                          and (stretched or not :onlyStretched)
                        order by wave_id
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("onlyStretched", onlyStretched)
                .query((row, n) -> new WaveId(Rows.id(row, "wave_id")))
                .list();
    }

    void reject(WorkspaceId workspace, UUID id, List<PastImport.Rejected> rejected) {
        if (rejected.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into past_import_rejection (workspace_id, import_id, row_number, column_name, value, reason, cells)
                        select :workspace, :id, told.row_number, told.column_name, told.value, told.reason,
                          cast(told.cells as jsonb)
                        from unnest(:rows, :columns, :values, :reasons, :cells)
                          as told (row_number, column_name, value, reason, cells)
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("rows", rejected.stream().map(PastImport.Rejected::row).toArray(Integer[]::new))
                .param("columns", texts(rejected, PastImport.Rejected::column))
                .param("values", texts(rejected, PastImport.Rejected::value))
                .param("reasons", texts(rejected, PastImport.Rejected::reason))
                .param("cells", texts(rejected, one -> Rows.json(one.cells())))
                .update();
    }

    private static @Nullable String[] texts(
            List<PastImport.Rejected> rejected, Function<PastImport.Rejected, @Nullable String> column) {
        return rejected.stream().map(column).toArray(String[]::new);
    }

    /** Some of the rows that were not taken, in the order of the file. */
    List<PastImport.Rejected> rejected(WorkspaceId workspace, UUID id, int after, int limit) {
        return jdbc.sql("""
                        select row_number, column_name, value, reason, cells
                        from past_import_rejection
                        where workspace_id = :workspace
                          and import_id = :id
                          and row_number > :after
                        order by row_number
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("after", after)
                .param("limit", limit)
                .query(ImportRowRepository::rejection)
                .list();
    }

    private static PastImport.Rejected rejection(ResultSet row, int n) throws SQLException {
        return new PastImport.Rejected(
                row.getInt("row_number"),
                row.getString("column_name"),
                row.getString("value"),
                row.getString("reason"),
                JSON.readValue(row.getString("cells"), new TypeReference<List<String>>() {}));
    }

    /** What stands between the cells of the file. */
    char separator(WorkspaceId workspace, UUID id) {
        return jdbc.sql("select separator from past_import where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .query(String.class)
                .single()
                .charAt(0);
    }
}
