package org.upturn.server.surveys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/** All SQL of waves. */
@Repository
class WaveRepository {
    private static final String WAVE = """
            select id, program_id, survey_id, name, opens_at, closes_at, timing, module, session, touchpoint, rolling
            from wave
            where workspace_id = :workspace
            """;

    private final JdbcClient jdbc;

    WaveRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(WorkspaceId workspace, Wave wave, Instant now) {
        with(workspace, wave, jdbc.sql("""
                        insert into wave (workspace_id, id, program_id, survey_id, name, opens_at, closes_at, timing,
                          module, session, touchpoint, rolling, created_at)
                        values (:workspace, :id, :program, :survey, :name, :opensAt, :closesAt, :timing, :module,
                          :session, :touchpoint, :rolling, :now)
                        """))
                .param("program", wave.program().value())
                .param("survey", wave.survey())
                .param("rolling", wave.rolling())
                .param("now", Rows.time(now))
                .update();
    }

    void update(WorkspaceId workspace, Wave wave) {
        with(workspace, wave, jdbc.sql("""
                        update wave
                        set name = :name, opens_at = :opensAt, closes_at = :closesAt, timing = :timing,
                          module = :module, session = :session, touchpoint = :touchpoint
                        where workspace_id = :workspace
                          and id = :id
                        """)).update();
    }

    private static StatementSpec with(WorkspaceId workspace, Wave wave, StatementSpec statement) {
        Timing timing = wave.occasion().timing();
        return statement
                .param("workspace", workspace.value())
                .param("id", wave.id().value())
                .param("name", wave.name())
                .param("opensAt", Rows.time(wave.opensAt()))
                .param("closesAt", Rows.time(wave.closesAt()))
                .param("timing", timing == null ? null : timing.word())
                .param("module", wave.occasion().module())
                .param("session", wave.occasion().session())
                .param("touchpoint", wave.occasion().touchpoint());
    }

    List<Wave> waves(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql(WAVE + "and program_id = :program order by opens_at, id")
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query(WaveRepository::wave)
                .list();
    }

    Optional<Wave> wave(WorkspaceId workspace, WaveId id) {
        return jdbc.sql(WAVE + "and id = :id")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(WaveRepository::wave)
                .optional();
    }

    /** The wave, held until the end of the transaction. */
    Optional<Wave> lock(WorkspaceId workspace, WaveId id) {
        jdbc.sql("select id from wave where workspace_id = :workspace and id = :id for no key update")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(UUID.class)
                .optional();
        return wave(workspace, id);
    }

    private static Wave wave(ResultSet row, int n) throws SQLException {
        return new Wave(
                new WaveId(Rows.id(row, "id")),
                new ProgramId(Rows.id(row, "program_id")),
                Rows.id(row, "survey_id"),
                row.getString("name"),
                Rows.time(row, "opens_at"),
                Rows.time(row, "closes_at"),
                new Occasion(
                        Timing.of(row.getString("timing")),
                        row.getString("module"),
                        row.getString("session"),
                        row.getString("touchpoint")),
                row.getBoolean("rolling"));
    }
}
