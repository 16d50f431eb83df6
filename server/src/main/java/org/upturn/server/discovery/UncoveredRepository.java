package org.upturn.server.discovery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;

/** The SQL of what no theme covers. A read model: it looks into the tables of the rooms below. */
@Repository
class UncoveredRepository {
    /** So many letters beside a theme are hardly a remark of their own. */
    private static final int HARDLY_ANY = 10;

    private final JdbcClient jdbc;

    UncoveredRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The waves of a program in which anybody has answered. */
    Set<WaveId> answered(WorkspaceId workspace, ProgramId program) {
        return Set.copyOf(jdbc.sql("""
                        select wave.id
                        from wave
                        where wave.workspace_id = :workspace
                          and wave.program_id = :program
                          and exists (
                            select 1
                            from response
                            where response.workspace_id = wave.workspace_id
                              and response.program_id = wave.program_id
                              and response.wave_id = wave.id)
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query((row, n) -> new WaveId(Rows.id(row, "id")))
                .list());
    }

    /**
     * The verbatims of one wave, the latest first, that no decided theme covers or that say more than is covered. What has
     * not been read yet is among them; what says nothing to act on is not.
     */
    List<Uncovered> find(Scope scope, WaveId wave, int limit) {
        var found = new ArrayList<Uncovered>();
        jdbc.sql("""
                        select response.id, response.version, response.answered_at, said.verbatim, covered.starts,
                          covered.ends
                        from response
                        join program_codebook on program_codebook.workspace_id = response.workspace_id
                          and program_codebook.program_id = response.program_id
                        join codebook on codebook.workspace_id = program_codebook.workspace_id
                          and codebook.id = program_codebook.codebook_id
                        join response_version said on said.workspace_id = response.workspace_id
                          and said.response_id = response.id
                          and said.version = response.version
                        left join reading on reading.workspace_id = response.workspace_id
                          and reading.response_id = response.id
                          and reading.response_version = response.version
                          and reading.codebook_version = codebook.active_version
                        cross join lateral (
                          select coalesce(array_agg(coding.span_start order by coding.theme_key), '{}') as starts,
                            coalesce(array_agg(coding.span_end order by coding.theme_key), '{}') as ends,
                            coalesce(sum(coding.span_end - coding.span_start), 0) as letters
                          from coding
                          where coding.workspace_id = response.workspace_id
                            and coding.response_id = response.id
                            and coding.response_version = response.version
                            and coding.codebook_version = codebook.active_version
                            and coding.decided
                        ) as covered
                        where response.workspace_id = :workspace
                          and response.program_id = :program
                          and response.wave_id = :wave
                          and said.verbatim <> ''
                          and not coalesce(reading.silent or reading.low_signal, false)
                          and (covered.letters = 0 or covered.letters + :hardlyAny < length(said.verbatim))
                        order by response.answered_at desc, response.id desc
                        limit :limit
                        """)
                .param("workspace", scope.workspace().value())
                .param("program", scope.program().value())
                .param("wave", wave.value())
                .param("hardlyAny", HARDLY_ANY)
                .param("limit", limit)
                .query(row -> {
                    add(found, row, wave);
                });
        return found;
    }

    private static void add(List<Uncovered> found, ResultSet row, WaveId wave) throws SQLException {
        Integer[] starts = (Integer[]) row.getArray("starts").getArray();
        Integer[] ends = (Integer[]) row.getArray("ends").getArray();
        String words = Uncovered.blanked(row.getString("verbatim"), starts, ends);
        if (Uncovered.saysSomething(words, starts.length > 0)) {
            found.add(new Uncovered(
                    Rows.id(row, "id"), row.getInt("version"), wave, Rows.time(row, "answered_at"), words));
        }
    }

    /** How many people of a wave gave words. */
    int said(Scope scope) {
        return jdbc.sql("""
                        select count(*)
                        from response
                        join response_version said on said.workspace_id = response.workspace_id
                          and said.response_id = response.id
                          and said.version = response.version
                        where response.workspace_id = :workspace
                          and response.program_id = :program
                          and response.wave_id = :wave
                          and said.verbatim <> ''
                        """)
                .param("workspace", scope.workspace().value())
                .param("program", scope.program().value())
                .param("wave", scope.wave().id().value())
                .query(Integer.class)
                .single();
    }

    /** What a board is made of, in a word that is another one as soon as answers, readings, lessons or the codebook are. */
    String basis(Scope scope) {
        return jdbc.sql("""
                        select concat_ws(' ', codebook.active_version, codebook.lesson, codebook.applied_lesson, count(response.id),
                          sum(response.version), count(reading.response_id)) as basis
                        from program_codebook
                        join codebook on codebook.workspace_id = program_codebook.workspace_id
                          and codebook.id = program_codebook.codebook_id
                        left join response on response.workspace_id = program_codebook.workspace_id
                          and response.program_id = program_codebook.program_id
                          and response.wave_id = any(:waves)
                        left join reading on reading.workspace_id = response.workspace_id
                          and reading.response_id = response.id
                          and reading.response_version = response.version
                          and reading.codebook_version = codebook.active_version
                        where program_codebook.workspace_id = :workspace
                          and program_codebook.program_id = :program
                        group by codebook.active_version, codebook.lesson, codebook.applied_lesson
                        """)
                .param("workspace", scope.workspace().value())
                .param("program", scope.program().value())
                .param(
                        "waves",
                        scope.waves().stream().map(Wave::id).map(WaveId::value).toArray(UUID[]::new))
                .query(String.class)
                .single();
    }
}
