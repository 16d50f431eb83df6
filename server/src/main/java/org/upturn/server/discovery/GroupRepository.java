package org.upturn.server.discovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of the groups on boards. */
@Repository
class GroupRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<FoundGroup.Quote>> QUOTES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    GroupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The groups of a board in their order. */
    List<FoundGroup> find(Scope scope) {
        return jdbc.sql("""
                        select group_id, label, terms, responses, in_wave, in_wave_before, quotations
                        from discovery_group
                        where workspace_id = :workspace
                          and program_id = :program
                          and wave_id = :wave
                        order by position
                        """)
                .param("workspace", scope.workspace().value())
                .param("program", scope.program().value())
                .param("wave", scope.wave().id().value())
                .query((row, n) -> group(row))
                .list();
    }

    /** A group as it was found last; whoever asks next waits until this transaction ends. */
    Optional<FoundGroup> lock(WorkspaceId workspace, ProgramId program, UUID group) {
        return jdbc
                .sql("""
                        select discovery_group.group_id, discovery_group.label, discovery_group.terms,
                          discovery_group.responses, discovery_group.in_wave, discovery_group.in_wave_before,
                          discovery_group.quotations
                        from discovery_group
                        join discovery_board on discovery_board.workspace_id = discovery_group.workspace_id
                          and discovery_board.program_id = discovery_group.program_id
                          and discovery_board.wave_id = discovery_group.wave_id
                        where discovery_group.workspace_id = :workspace
                          and discovery_group.program_id = :program
                          and discovery_group.group_id = :group
                        order by discovery_board.computed_at desc, discovery_board.wave_id
                        for update of discovery_group
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("group", group)
                .query((row, n) -> group(row))
                .list()
                .stream()
                .findFirst();
    }

    /** The groups on the present boards of the wave and of the one before. */
    List<Lineage.Ancestor> ancestors(Scope scope) {
        return jdbc.sql("""
                        select discovery_group.group_id, discovery_group.responses, discovery_board.computed_at
                        from discovery_group
                        join discovery_board on discovery_board.workspace_id = discovery_group.workspace_id
                          and discovery_board.program_id = discovery_group.program_id
                          and discovery_board.wave_id = discovery_group.wave_id
                        where discovery_group.workspace_id = :workspace
                          and discovery_group.program_id = :program
                          and discovery_group.wave_id = any(:waves)
                        order by discovery_board.computed_at desc, discovery_group.wave_id, discovery_group.position
                        """)
                .param("workspace", scope.workspace().value())
                .param("program", scope.program().value())
                .param(
                        "waves",
                        scope.waves().stream().map(Wave::id).map(WaveId::value).toArray(UUID[]::new))
                .query((row, n) ->
                        new Lineage.Ancestor(Rows.id(row, "group_id"), Set.of(ids(row)), Rows.time(row, "computed_at")))
                .list();
    }

    /** Puts these groups in the place of those that were found before. */
    void replace(Scope scope, List<FoundGroup> groups) {
        jdbc.sql("""
                        delete from discovery_group
                        where workspace_id = :workspace
                          and program_id = :program
                          and wave_id = :wave
                        """)
                .param("workspace", scope.workspace().value())
                .param("program", scope.program().value())
                .param("wave", scope.wave().id().value())
                .update();
        for (int i = 0; i < groups.size(); i++) {
            insert(scope, i, groups.get(i));
        }
    }

    private void insert(Scope scope, int position, FoundGroup group) {
        jdbc.sql("""
                        insert into discovery_group (workspace_id, program_id, wave_id, group_id, position, label, terms,
                          responses, in_wave, in_wave_before, quotations)
                        values (:workspace, :program, :wave, :group, :position, :label, :terms, :responses, :inWave,
                          :inWaveBefore, cast(:quotations as jsonb))
                        """)
                .param("workspace", scope.workspace().value())
                .param("program", scope.program().value())
                .param("wave", scope.wave().id().value())
                .param("group", group.id())
                .param("position", position)
                .param("label", group.label())
                .param("terms", group.terms().toArray(String[]::new))
                .param("responses", group.responses().toArray(UUID[]::new))
                .param("inWave", group.inWave())
                .param("inWaveBefore", group.inWaveBefore())
                .param("quotations", JSON.writeValueAsString(group.quotations()))
                .update();
    }

    private static FoundGroup group(ResultSet row) throws SQLException {
        return new FoundGroup(
                Rows.id(row, "group_id"),
                row.getString("label"),
                List.of((String[]) row.getArray("terms").getArray()),
                List.of(ids(row)),
                row.getInt("in_wave"),
                row.getObject("in_wave_before", Integer.class),
                JSON.readValue(row.getString("quotations"), QUOTES));
    }

    private static UUID[] ids(ResultSet row) throws SQLException {
        return (UUID[]) row.getArray("responses").getArray();
    }
}
