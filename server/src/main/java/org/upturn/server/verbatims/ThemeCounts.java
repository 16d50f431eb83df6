package org.upturn.server.verbatims;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;

/** How many answers of a wave name each theme, as they are read now. */
@Repository
public class ThemeCounts {
    private final JdbcClient jdbc;

    ThemeCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the theme's id; a theme that nobody names is not among them. */
    public Map<String, Long> of(WorkspaceId workspace, ProgramId program, WaveId wave) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("""
                        select coding.theme_key, count(*) as answers
                        from response
                        join program_codebook on program_codebook.workspace_id = response.workspace_id
                          and program_codebook.program_id = response.program_id
                        join codebook on codebook.workspace_id = program_codebook.workspace_id
                          and codebook.id = program_codebook.codebook_id
                        join coding on coding.workspace_id = response.workspace_id
                          and coding.response_id = response.id
                          and coding.response_version = response.version
                          and coding.codebook_version = codebook.active_version
                          and coding.decided
                        where response.workspace_id = :workspace
                          and response.program_id = :program
                          and response.wave_id = :wave
                        group by coding.theme_key
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("wave", wave.value())
                .query(row -> {
                    counts.put(row.getString("theme_key"), row.getLong("answers"));
                });
        return counts;
    }
}
