package org.upturn.server.insights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.upturn.server.kernel.NetPromoterScore;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;

/** The door of the room: figures, each computed from single responses at the time of asking. */
@Service
public class Insights {
    private static final int MOST_SEGMENTS = 60;

    private final JdbcClient jdbc;
    private final Surveys surveys;

    Insights(JdbcClient jdbc, Surveys surveys) {
        this.jdbc = jdbc;
        this.surveys = surveys;
    }

    /** Every wave of a program with its figures, the earliest first; waves nobody answered yet are among them. */
    public List<WaveFigures> waves(WorkspaceId workspace, ProgramId program) {
        Map<WaveId, NetPromoterScore> nps = npsByWave(workspace, program);
        Map<WaveId, LoopFigures> loops = loopByWave(workspace, program);
        return surveys.waves(workspace, program).stream()
                .map(wave -> figures(wave, nps, loops))
                .toList();
    }

    private static WaveFigures figures(Wave wave, Map<WaveId, NetPromoterScore> nps, Map<WaveId, LoopFigures> loops) {
        return new WaveFigures(
                wave,
                nps.getOrDefault(wave.id(), NetPromoterScore.NONE),
                loops.getOrDefault(wave.id(), LoopFigures.NONE));
    }

    /** NPS of each wave that somebody answered. */
    Map<WaveId, NetPromoterScore> npsByWave(WorkspaceId workspace, ProgramId program) {
        var counts = new HashMap<WaveId, NetPromoterScore>();
        jdbc.sql("""
                        select wave_id,
                          count(*) filter (where score_group = 'promoter') as promoters,
                          count(*) filter (where score_group = 'passive') as passives,
                          count(*) filter (where score_group = 'detractor') as detractors
                        from response
                        where workspace_id = :workspace
                          and program_id = :program
                        group by wave_id
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query(row -> {
                    counts.put(new WaveId(Rows.id(row, "wave_id")), nps(row));
                });
        return counts;
    }

    private NetPromoterScore nps(WorkspaceId workspace, ProgramId program, WaveId wave) {
        return jdbc.sql("""
                        select count(*) filter (where score_group = 'promoter') as promoters,
                          count(*) filter (where score_group = 'passive') as passives,
                          count(*) filter (where score_group = 'detractor') as detractors
                        from response
                        where workspace_id = :workspace
                          and program_id = :program
                          and wave_id = :wave
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("wave", wave.value())
                .query((row, n) -> nps(row))
                .single();
    }

    private Map<WaveId, LoopFigures> loopByWave(WorkspaceId workspace, ProgramId program) {
        var loops = new HashMap<WaveId, LoopFigures>();
        jdbc.sql("""
                        select cases.wave_id, count(*) as detractors,
                          count(*) filter (where cases.outcome = 'resolved') as resolved,
                          count(*) filter (where cases.outcome = 'no-contact-possible') as no_contact_possible,
                          count(*) filter (where cases.contacted_at <= cases.contact_due_at) as contacted_in_time,
                          count(*) filter (where cases.outcome is null) as open
                        from cases
                        where cases.workspace_id = :workspace
                          and cases.program_id = :program
                          and cases.still_detractor
                        group by cases.wave_id
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query(row -> {
                    loops.put(
                            new WaveId(Rows.id(row, "wave_id")),
                            new LoopFigures(
                                    row.getLong("detractors"),
                                    row.getLong("resolved"),
                                    row.getLong("no_contact_possible"),
                                    row.getLong("contacted_in_time"),
                                    row.getLong("open")));
                });
        return loops;
    }

    /** Themes named in a wave, the one that most detractors name first. */
    public List<ThemeFigures> themes(WorkspaceId workspace, ProgramId program, WaveId wave) {
        NetPromoterScore all = nps(workspace, program, wave);
        return jdbc.sql("""
                        select theme.theme_key, theme.name, theme.gap,
                          count(*) filter (where response.score_group = 'promoter') as promoters,
                          count(*) filter (where response.score_group = 'passive') as passives,
                          count(*) filter (where response.score_group = 'detractor') as detractors
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
                        join theme on theme.workspace_id = codebook.workspace_id
                          and theme.codebook_id = codebook.id
                          and theme.codebook_version = codebook.active_version
                          and theme.theme_key = coding.theme_key
                        where response.workspace_id = :workspace
                          and response.program_id = :program
                          and response.wave_id = :wave
                        group by theme.theme_key, theme.name, theme.gap
                        order by detractors desc, passives desc, theme.name
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("wave", wave.value())
                .query((row, n) -> new ThemeFigures(
                        row.getString("theme_key"), row.getString("name"), row.getString("gap"), nps(row), all))
                .list();
    }

    /** What became of the detractors of one wave in the later one. */
    public Recovery recovery(WorkspaceId workspace, WaveId before, WaveId later) {
        return jdbc.sql("""
                        select count(*) filter (where again.score >= 7) as recovered,
                          count(*) filter (where again.score <= 6 and again.score > response.score) as improving,
                          count(*) filter (where again.score = response.score) as unchanged,
                          count(*) filter (where again.score < response.score) as worse,
                          count(*) filter (where again.id is null) as silent
                        from response
                        left join response again on again.workspace_id = response.workspace_id
                          and again.wave_id = :later
                          and again.contact_id = response.contact_id
                        where response.workspace_id = :workspace
                          and response.wave_id = :before
                          and response.score_group = 'detractor'
                        """)
                .param("workspace", workspace.value())
                .param("before", before.value())
                .param("later", later.value())
                .query((row, n) -> new Recovery(
                        row.getLong("recovered"),
                        row.getLong("improving"),
                        row.getLong("unchanged"),
                        row.getLong("worse"),
                        row.getLong("silent")))
                .single();
    }

    /** NPS by every value of every attribute of one wave; attributes with very many values are cut. */
    public List<SegmentFigures> segments(WorkspaceId workspace, WaveId wave) {
        return jdbc.sql("""
                        select segment.key as attribute, segment.value,
                          count(*) filter (where score_group = 'promoter') as promoters,
                          count(*) filter (where score_group = 'passive') as passives,
                          count(*) filter (where score_group = 'detractor') as detractors
                        from response
                        cross join jsonb_each_text(response.segments) as segment
                        where response.workspace_id = :workspace
                          and response.wave_id = :wave
                        group by segment.key, segment.value
                        order by segment.key, segment.value
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("wave", wave.value())
                .param("limit", MOST_SEGMENTS)
                .query((row, n) -> new SegmentFigures(row.getString("attribute"), row.getString("value"), nps(row)))
                .list();
    }

    private static NetPromoterScore nps(ResultSet row) throws SQLException {
        return new NetPromoterScore(row.getLong("promoters"), row.getLong("passives"), row.getLong("detractors"));
    }
}
