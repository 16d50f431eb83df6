package org.upturn.server.tracks.passives;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.interactions.Interaction;
import org.upturn.server.kernel.Feeling;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.MemberId;

/** The SQL of the passives' track. */
@Repository
class PassiveRepository {
    private static final String OF_WAVE = """
            from response
            join contact told on told.workspace_id = :workspace and told.id = response.contact_id
            join contact on contact.workspace_id = :workspace
              and contact.id = coalesce(told.merged_into, told.id)
            left join response earlier on earlier.workspace_id = :workspace
              and earlier.id = response.previous_response_id
            left join program_codebook on program_codebook.workspace_id = :workspace
              and program_codebook.program_id = response.program_id
            left join codebook on codebook.workspace_id = :workspace
              and codebook.id = program_codebook.codebook_id
            left join reading on reading.workspace_id = :workspace
              and reading.response_id = response.id
              and reading.response_version = response.version
              and reading.codebook_version = codebook.active_version
            cross join lateral (
              select coalesce(earlier.score, 0) >= 9 as promoter,
                coalesce(earlier.score, 0) > response.score as fell,
                response.score = 7 and coalesce(reading.sentiment, 0) < -:clearly as negative) drift
            where response.workspace_id = :workspace
              and response.program_id = :program
              and response.wave_id = :wave
              and response.score_group = 'passive'
              and contact.erased_at is null
            """;

    private final JdbcClient jdbc;

    PassiveRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The passives of a wave by drift: those with most reasons first, then by how far they fell, then by how bad their words
     * feel. Points are counted, not weighed: one for each reason.
     */
    List<Passive> list(WorkspaceId workspace, Wave wave, int limit) {
        return jdbc.sql("""
                        with drifting as (
                          select response.id, response.program_id, contact.id as contact_id, contact.name, contact.account_id,
                            response.score, response.version, earlier.score as before, drift.promoter, drift.fell,
                            drift.negative, row_number() over (
                              order by drift.promoter::integer + drift.fell::integer + drift.negative::integer desc,
                                greatest(coalesce(earlier.score, 0) - response.score, 0) desc,
                                reading.sentiment nulls last, response.score, response.id) as place
                        """ + OF_WAVE + """
                          order by place
                          limit :limit
                        )
                        select drifting.*, coalesce(answer.verbatim, '') as verbatim, account.name as account,
                          question.asked_at, question.outcome, owner.id as owner_id, owner.name as owner_name, touch.kind,
                          touch.body, touch.by_name, touch.made_at
                        from drifting
                        left join account on account.workspace_id = :workspace and account.id = drifting.account_id
                        left join response_version answer on answer.workspace_id = :workspace
                          and answer.response_id = drifting.id
                          and answer.version = drifting.version
                        left join lateral (
                          select correction.asked_at, correction.outcome
                          from correction
                          where correction.workspace_id = :workspace
                            and correction.response_id = drifting.id
                            and correction.reason = 'nine'
                          order by correction.id desc
                          limit 1) question on true
                        left join track_owner on track_owner.workspace_id = :workspace
                          and track_owner.program_id = drifting.program_id
                          and track_owner.contact_id = drifting.contact_id
                        left join member owner on owner.workspace_id = :workspace and owner.id = track_owner.member_id
                        left join lateral (
                          select interaction.kind, interaction.body, member.name as by_name, touchpoint.made_at
                          from touchpoint
                          join interaction on interaction.workspace_id = :workspace
                            and interaction.id = touchpoint.interaction_id
                          join member on member.workspace_id = :workspace and member.id = touchpoint.made_by
                          where touchpoint.workspace_id = :workspace
                            and touchpoint.program_id = drifting.program_id
                            and touchpoint.contact_id = drifting.contact_id
                          order by touchpoint.made_at desc, touchpoint.interaction_id
                          limit 1) touch on true
                        order by drifting.place
                        """)
                .param("workspace", workspace.value())
                .param("program", wave.program().value())
                .param("wave", wave.id().value())
                .param("clearly", Feeling.CLEARLY)
                .param("limit", limit)
                .query(PassiveRepository::passive)
                .list();
    }

    /** How many there are, how many of them show a reason to drift, and of how many the words name no theme. */
    record Counts(long passives, long atRisk, long uncovered) {}

    Counts counts(WorkspaceId workspace, Wave wave) {
        return jdbc.sql("select count(*) as passives,"
                        + " count(*) filter (where drift.fell or drift.negative) as at_risk,"
                        + " count(*) filter (where not reading.silent and not exists (select 1 from coding"
                        + " where coding.workspace_id = :workspace and coding.response_id = response.id"
                        + " and coding.response_version = response.version"
                        + " and coding.codebook_version = codebook.active_version and coding.decided)) as uncovered\n"
                        + OF_WAVE)
                .param("workspace", workspace.value())
                .param("program", wave.program().value())
                .param("wave", wave.id().value())
                .param("clearly", Feeling.CLEARLY)
                .query((row, n) ->
                        new Counts(row.getLong("passives"), row.getLong("at_risk"), row.getLong("uncovered")))
                .single();
    }

    private static Passive passive(ResultSet row, int n) throws SQLException {
        Integer before = row.getObject("before", Integer.class);
        return new Passive(
                new ResponseId(Rows.id(row, "id")),
                new ContactId(Rows.id(row, "contact_id")),
                row.getString("name"),
                row.getString("account"),
                new Score(row.getInt("score")),
                before == null ? null : new Score(before),
                row.getString("verbatim"),
                risks(row),
                asked(row),
                row.getString("owner_name") == null
                        ? null
                        : new Passive.Owner(new MemberId(Rows.id(row, "owner_id")), row.getString("owner_name")),
                row.getString("kind") == null
                        ? null
                        : new Passive.Touchpoint(
                                Interaction.Kind.of(row.getString("kind")),
                                row.getString("body"),
                                row.getString("by_name"),
                                Rows.time(row, "made_at")));
    }

    /** Who was a promoter has fallen: that goes without saying. */
    private static List<Risk> risks(ResultSet row) throws SQLException {
        var risks = new ArrayList<Risk>();
        if (row.getBoolean("promoter")) {
            risks.add(Risk.WAS_PROMOTER);
        } else if (row.getBoolean("fell")) {
            risks.add(Risk.FELL);
        }
        if (row.getBoolean("negative")) {
            risks.add(Risk.NEGATIVE_SEVEN);
        }
        return risks;
    }

    private static Passive.@Nullable Asked asked(ResultSet row) throws SQLException {
        Instant at = Rows.timeOrNull(row, "asked_at");
        if (at == null) {
            return null;
        }
        String outcome = row.getString("outcome");
        return new Passive.Asked(at, outcome == null ? "waiting" : outcome);
    }

    /** By theme how many passives name it without praising it, the most named first. */
    Map<String, Long> missed(WorkspaceId workspace, Wave wave) {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql("""
                        select coding.theme_key, count(*) as people
                        from response
                        join program_codebook on program_codebook.workspace_id = :workspace
                          and program_codebook.program_id = response.program_id
                        join codebook on codebook.workspace_id = :workspace
                          and codebook.id = program_codebook.codebook_id
                        join coding on coding.workspace_id = :workspace
                          and coding.response_id = response.id
                          and coding.response_version = response.version
                          and coding.codebook_version = codebook.active_version
                          and coding.decided
                          and coding.sentiment <= :clearly
                        where response.workspace_id = :workspace
                          and response.program_id = :program
                          and response.wave_id = :wave
                          and response.score_group = 'passive'
                        group by coding.theme_key
                        order by people desc, coding.theme_key
                        """)
                .param("workspace", workspace.value())
                .param("program", wave.program().value())
                .param("wave", wave.id().value())
                .param("clearly", Feeling.CLEARLY)
                .query(row -> {
                    counts.put(row.getString("theme_key"), row.getLong("people"));
                });
        return counts;
    }

    /** What became of the passives of an earlier wave in this one. */
    PassiveFigures.Fates fates(WorkspaceId workspace, WaveId earlier, WaveId wave) {
        return jdbc.sql("""
                        select count(*) filter (where now.score_group = 'promoter') as promoters,
                          count(*) filter (where now.score_group = 'passive') as passives,
                          count(*) filter (where now.score_group = 'detractor') as detractors,
                          count(*) filter (where now.id is null) as unanswered
                        from response
                        left join response now on now.workspace_id = :workspace
                          and now.contact_id = response.contact_id
                          and now.wave_id = :wave
                        where response.workspace_id = :workspace
                          and response.wave_id = :earlier
                          and response.score_group = 'passive'
                        """)
                .param("workspace", workspace.value())
                .param("wave", wave.value())
                .param("earlier", earlier.value())
                .query((row, n) -> new PassiveFigures.Fates(
                        row.getLong("promoters"),
                        row.getLong("passives"),
                        row.getLong("detractors"),
                        row.getLong("unanswered")))
                .single();
    }
}
