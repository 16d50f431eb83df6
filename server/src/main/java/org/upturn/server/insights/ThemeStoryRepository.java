package org.upturn.server.insights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Feeling;
import org.upturn.server.kernel.NetPromoterScore;
import org.upturn.server.kernel.Rows;
import org.upturn.server.surveys.WaveId;

/** All SQL of the figures of one theme. */
@Repository
class ThemeStoryRepository {
    private final JdbcClient jdbc;

    ThemeStoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who name a theme in one wave. */
    record Named(NetPromoterScore nps, Feelings feelings) {
        static final Named BY_NOBODY = new Named(NetPromoterScore.NONE, Feelings.NONE);
    }

    /** Who names the theme and how it feels, by wave; a wave in which nobody does is not among them. */
    Map<WaveId, Named> waves(AskedTheme asked) {
        var waves = new HashMap<WaveId, Named>();
        jdbc.sql("""
                        select response.wave_id,
                          count(*) filter (where response.score_group = 'promoter') as promoters,
                          count(*) filter (where response.score_group = 'passive') as passives,
                          count(*) filter (where response.score_group = 'detractor') as detractors,
                          count(*) filter (where coding.sentiment < -:clearly) as negative,
                          count(*) filter (where coding.sentiment between -:clearly and :clearly) as neutral,
                          count(*) filter (where coding.sentiment > :clearly) as positive,
                          avg(coding.sentiment) as mean
                        from coding
                        join response on response.workspace_id = coding.workspace_id
                          and response.id = coding.response_id
                          and response.version = coding.response_version
                        where coding.workspace_id = :workspace
                          and coding.theme_key = :theme
                          and coding.codebook_version = :version
                          and coding.decided
                          and response.program_id = :program
                        group by response.wave_id
                        """)
                .param("workspace", asked.workspace().value())
                .param("program", asked.program().value())
                .param("theme", asked.theme())
                .param("version", asked.version())
                .param("clearly", Feeling.CLEARLY)
                .query(row -> {
                    waves.put(new WaveId(Rows.id(row, "wave_id")), named(row));
                });
        return waves;
    }

    private static Named named(ResultSet row) throws SQLException {
        return new Named(
                new NetPromoterScore(row.getLong("promoters"), row.getLong("passives"), row.getLong("detractors")),
                new Feelings(
                        row.getLong("negative"),
                        row.getLong("neutral"),
                        row.getLong("positive"),
                        row.getDouble("mean")));
    }

    /** Every theme that stands in a verbatim of the wave together with the one asked for. */
    List<RelatedTheme> together(AskedTheme asked, WaveId wave) {
        return jdbc.sql("""
                        with said as materialized (
                          select response.id, response.version
                          from response
                          join reading on reading.workspace_id = response.workspace_id
                            and reading.response_id = response.id
                            and reading.response_version = response.version
                            and reading.codebook_version = :version
                            and not reading.low_signal
                          where response.workspace_id = :workspace
                            and response.program_id = :program
                            and response.wave_id = :wave
                        ), named as materialized (
                          select coding.theme_key, coding.response_id
                          from said
                          join coding on coding.workspace_id = :workspace
                            and coding.response_id = said.id
                            and coding.response_version = said.version
                            and coding.codebook_version = :version
                            and coding.decided
                        ), asked as (
                          select named.response_id
                          from named
                          where named.theme_key = :theme
                        )
                        select theme.theme_key, theme.name, count(asked.response_id) as together,
                          (select count(*) from asked) as one, count(*) as other,
                          (select count(*) from said) as verbatims
                        from named
                        join theme on theme.workspace_id = :workspace
                          and theme.codebook_id = :codebook
                          and theme.codebook_version = :version
                          and theme.theme_key = named.theme_key
                        left join asked on asked.response_id = named.response_id
                        where named.theme_key <> :theme
                        group by theme.theme_key, theme.name
                        having count(asked.response_id) > 0
                        """)
                .param("workspace", asked.workspace().value())
                .param("program", asked.program().value())
                .param("wave", wave.value())
                .param("theme", asked.theme())
                .param("codebook", asked.codebook())
                .param("version", asked.version())
                .query((row, n) -> new RelatedTheme(
                        row.getString("theme_key"),
                        row.getString("name"),
                        row.getLong("together"),
                        row.getLong("one"),
                        row.getLong("other"),
                        row.getLong("verbatims")))
                .list();
    }

    /** How many name the theme in every segment of the wave that has enough answers and names it at all. */
    List<ThemeSegment> segments(AskedTheme asked, WaveId wave) {
        return jdbc.sql("""
                        select segment.key as attribute, segment.value,
                          count(coding.theme_key) as naming, count(*) as answers
                        from response
                        cross join jsonb_each_text(response.segments) as segment
                        left join coding on coding.workspace_id = response.workspace_id
                          and coding.response_id = response.id
                          and coding.response_version = response.version
                          and coding.codebook_version = :version
                          and coding.theme_key = :theme
                          and coding.decided
                        where response.workspace_id = :workspace
                          and response.program_id = :program
                          and response.wave_id = :wave
                        group by segment.key, segment.value
                        having count(*) >= :fewest
                          and count(coding.theme_key) > 0
                        """)
                .param("workspace", asked.workspace().value())
                .param("program", asked.program().value())
                .param("wave", wave.value())
                .param("theme", asked.theme())
                .param("version", asked.version())
                .param("fewest", SegmentFigures.FEWEST)
                .query((row, n) -> new ThemeSegment(
                        row.getString("attribute"),
                        row.getString("value"),
                        new Share(row.getLong("naming"), row.getLong("answers"))))
                .list();
    }
}
