package org.upturn.server.corrections;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.NetPromoterScore;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.WaveId;

/** Counts: how many were asked and answered, and what a wave's NPS is as first answered and as corrected. */
@Service
public class CorrectionFigures {
    private final JdbcClient jdbc;

    CorrectionFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Moved(Group from, Group to, long people, long changed, long asked) {}

    /** A wave counted both ways. */
    public BasisFigures ofWave(WorkspaceId workspace, WaveId wave) {
        List<Moved> all = moved(workspace, wave);
        NetPromoterScore first = NetPromoterScore.NONE;
        NetPromoterScore corrected = NetPromoterScore.NONE;
        long changed = 0;
        long asked = 0;
        var moves = new ArrayList<BasisFigures.Move>();
        for (Moved one : all) {
            first = first.plus(counts(one.from(), one.people()));
            corrected = corrected.plus(counts(one.to(), one.people()));
            changed += one.changed();
            asked += one.asked();
            if (one.from() != one.to()) {
                moves.add(new BasisFigures.Move(one.from(), one.to(), one.people()));
            }
        }
        return new BasisFigures(first, corrected, changed, asked, moves);
    }

    private List<Moved> moved(WorkspaceId workspace, WaveId wave) {
        return jdbc.sql("""
                        select case when first.score <= 6 then 'detractor' when first.score <= 8 then 'passive'
                            else 'promoter' end as before,
                          response.score_group as after, count(*) as people,
                          count(*) filter (where response.version > 1) as changed,
                          count(*) filter (where exists (
                            select 1
                            from correction
                            where correction.workspace_id = :workspace
                              and correction.response_id = response.id
                              and correction.answered_version > correction.asked_version)) as asked
                        from response
                        join response_version first on first.workspace_id = :workspace
                          and first.response_id = response.id
                          and first.version = 1
                        where response.workspace_id = :workspace
                          and response.wave_id = :wave
                        group by 1, 2
                        order by 1, 2
                        """)
                .param("workspace", workspace.value())
                .param("wave", wave.value())
                .query((row, n) -> new Moved(
                        group(row.getString("before")),
                        group(row.getString("after")),
                        row.getLong("people"),
                        row.getLong("changed"),
                        row.getLong("asked")))
                .list();
    }

    /** Asked and answered by reason, the reason of which most were asked first. */
    public List<ReasonCounts> byReason(WorkspaceId workspace, WaveId wave) {
        return jdbc.sql("""
                        select reason,
                          count(*) filter (where outcome is distinct from 'skipped') as asked,
                          count(*) filter (where opened_at is not null) as opened,
                          count(*) filter (where outcome = 'answered') as answered,
                          count(*) filter (where outcome = 'expired') as expired,
                          count(*) filter (where outcome = 'skipped') as skipped
                        from correction
                        where workspace_id = :workspace
                          and wave_id = :wave
                        group by reason
                        order by asked desc, reason
                        """)
                .param("workspace", workspace.value())
                .param("wave", wave.value())
                .query((row, n) -> new ReasonCounts(
                        Reason.of(row.getString("reason")),
                        row.getLong("asked"),
                        row.getLong("opened"),
                        row.getLong("answered"),
                        row.getLong("expired"),
                        row.getLong("skipped")))
                .list();
    }

    private static Group group(String word) {
        return Group.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static NetPromoterScore counts(Group group, long people) {
        return switch (group) {
            case PROMOTER -> new NetPromoterScore(people, 0, 0);
            case PASSIVE -> new NetPromoterScore(0, people, 0);
            case DETRACTOR -> new NetPromoterScore(0, 0, people);
        };
    }
}
