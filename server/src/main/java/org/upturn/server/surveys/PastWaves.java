package org.upturn.server.surveys;

import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/** Waves that were asked elsewhere, before anybody opened them here: their time is told by their answers. */
@Component
public class PastWaves {
    private final WaveRepository waves;
    private final Surveys surveys;
    private final JdbcClient jdbc;

    PastWaves(WaveRepository waves, Surveys surveys, JdbcClient jdbc) {
        this.waves = waves;
        this.surveys = surveys;
        this.jdbc = jdbc;
    }

    /** The wave of this name; empty when there is none. */
    public Optional<Wave> find(WorkspaceId workspace, ProgramId program, String name) {
        return surveys.waves(workspace, program).stream()
                .filter(wave -> wave.name().equals(name))
                .findFirst();
    }

    /** Makes it, unless somebody else just has. */
    public Wave make(WorkspaceId workspace, ProgramId program, String name, Instant opens, Instant closes) {
        try {
            return surveys.open(workspace, program, new Surveys.NewWave(name, opens, closes));
        } catch (Problem | DuplicateKeyException taken) {
            return find(workspace, program, name).orElseThrow(() -> taken);
        }
    }

    /** Gives a wave the time that its answers took. */
    @Transactional
    public void stretch(WorkspaceId workspace, WaveId id, Instant opens, Instant closes) {
        waves.lock(workspace, id)
                .ifPresent(known -> jdbc.sql("""
                        update wave
                        set opens_at = :opens, closes_at = :closes
                        where workspace_id = :workspace
                          and id = :id
                        """)
                        .param("workspace", workspace.value())
                        .param("id", id.value())
                        .param("opens", Rows.time(opens))
                        .param("closes", Rows.time(closes))
                        .update());
    }

    /** Takes a wave away that nothing belongs to; false when something does. */
    public boolean remove(WorkspaceId workspace, WaveId id) {
        try {
            jdbc.sql("delete from wave where workspace_id = :workspace and id = :id")
                    .param("workspace", workspace.value())
                    .param("id", id.value())
                    .update();
            return true;
        } catch (DataIntegrityViolationException needed) {
            return false;
        }
    }
}
