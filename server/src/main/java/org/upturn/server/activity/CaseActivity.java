package org.upturn.server.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/**
 * Everything that happened to a case: when its person was asked and answered in the program, what was done for them, and what
 * was changed for everybody since. Read where each room noted it: a read model, nothing is stored for it.
 */
@Service
public class CaseActivity {
    /** Far more than any case has seen; a case is not a forum. */
    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Cases cases;

    CaseActivity(JdbcClient jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /** The last first, at most 1,000. */
    public List<CaseEvent> of(WorkspaceId workspace, CaseId id) {
        return jdbc.sql("""
                        select event.at, event.kind, event.what, member.name as by_name, event.who, event.rule, event.covers,
                          event.words
                        from (
                          select opened_at as at, 'opened' as kind, cast(null as text) as what, cast(null as uuid) as by_id,
                            cast(null as text) as who, cast(null as text) as rule, cast(null as text) as covers, '' as words
                          from cases
                          where workspace_id = :workspace
                            and id = :case
                          union all
                          select invitation.created_at, 'invited', null, null, null, null, null, wave.name
                          from cases
                          join wave on wave.workspace_id = :workspace and wave.program_id = cases.program_id
                          join invitation on invitation.workspace_id = :workspace and invitation.wave_id = wave.id
                            and invitation.contact_id = cases.contact_id
                          where cases.workspace_id = :workspace
                            and cases.id = :case
                          union all
                          select response.answered_at, 'answered', null, null, null, null, null,
                            concat_ws(': ', wave.name, response.score)
                          from cases
                          join response on response.workspace_id = :workspace and response.contact_id = cases.contact_id
                            and response.program_id = cases.program_id
                          join wave on wave.workspace_id = :workspace and wave.id = response.wave_id
                          where cases.workspace_id = :workspace
                            and cases.id = :case
                          union all
                          select change.made_at, 'changed', null, change.made_by, null, null, null, change.title
                          from cases
                          join change on change.workspace_id = :workspace and change.program_id = cases.program_id
                            and change.made_at >= cases.opened_at
                          where cases.workspace_id = :workspace
                            and cases.id = :case
                          union all
                          select min(reading.read_at), 'read', null, null, null, null, null, ''
                          from cases
                          join reading on reading.workspace_id = :workspace and reading.response_id = cases.response_id
                          where cases.workspace_id = :workspace
                            and cases.id = :case
                          having count(*) > 0
                          union all
                          select assigned.assigned_at, case when assigned.assigned_by is null then 'routed' else 'assigned' end,
                            null, assigned.assigned_by, owner.name, assigned.rule, covered.name, ''
                          from case_assignment assigned
                          join member owner on owner.workspace_id = :workspace and owner.id = assigned.owner_id
                          left join member covered on covered.workspace_id = :workspace and covered.id = assigned.covers_for
                          where assigned.workspace_id = :workspace
                            and assigned.case_id = :case
                          union all
                          select due_at, case when kept then 'clock-kept' else 'clock-late' end, kind, null, null, null, null, ''
                          from case_clock
                          where workspace_id = :workspace
                            and case_id = :case
                            and fired_at is not null
                            and not (kind = 'question' and kept and not (
                              select silent
                              from cases
                              where workspace_id = :workspace
                                and id = :case))
                          union all
                          select alert.happened_at, 'alerted', alert.kind, alert.by_id,
                            string_agg(told.name, ', ' order by told.name), null, null, ''
                          from alert
                          join alert_notice notice on notice.workspace_id = :workspace and notice.alert_id = alert.id
                          join member told on told.workspace_id = :workspace and told.id = notice.member_id
                          where alert.workspace_id = :workspace
                            and alert.case_id = :case
                          group by alert.id, alert.happened_at, alert.kind, alert.by_id
                          union all
                          select written_at, 'letter', null, written_by, null, null, null, first_sentence
                          from case_letter
                          where workspace_id = :workspace
                            and case_id = :case
                          union all
                          select taken_back_at, 'letter-taken-back', null, written_by, null, null, null, ''
                          from case_letter
                          where workspace_id = :workspace
                            and case_id = :case
                            and taken_back_at is not null
                          union all
                          select received_at, case when automatic then 'automatic-reply' else 'reply' end, null, null, null, null,
                            null, words
                          from case_reply
                          where workspace_id = :workspace
                            and case_id = :case
                          union all
                          select asked_at, 'question', null, asked_by, null, null, null, ''
                          from one_question
                          where workspace_id = :workspace
                            and case_id = :case
                          union all
                          select made_at, kind, null, made_by, null, null, null, notes
                          from conversation
                          where workspace_id = :workspace
                            and case_id = :case
                            and held_at <= made_at
                          union all
                          select made_at, 'agreed', kind, made_by, null, null, null, people
                          from conversation
                          where workspace_id = :workspace
                            and case_id = :case
                            and held_at > made_at
                          union all
                          select called_off_at, case when called_off_at < held_at then 'called-off' else 'missed' end, kind,
                            called_off_by, null, null, null, people
                          from conversation
                          where workspace_id = :workspace
                            and case_id = :case
                            and called_off_at is not null
                          union all
                          select logged_at, kind, null, logged_by, null, null, null, words
                          from follow_up
                          where workspace_id = :workspace
                            and case_id = :case
                          union all
                          select taken_back_at, 'entry-taken-back', null, taken_back_by, null, null, null, words
                          from follow_up
                          where workspace_id = :workspace
                            and case_id = :case
                            and taken_back_at is not null
                          union all
                          select done.asked_at, 'action', null, done.asked_by, null, null, null,
                            concat_ws(': ', offered.name, nullif(done.note, ''))
                          from case_action done
                          join loop_action offered on offered.workspace_id = :workspace and offered.id = done.action_id
                          where done.workspace_id = :workspace
                            and done.case_id = :case
                          union all
                          select decided_at, case when granted then 'action-allowed' else 'action-declined' end, null, decided_by,
                            null, null, null, reason
                          from case_action
                          where workspace_id = :workspace
                            and case_id = :case
                            and decided_by <> asked_by
                          union all
                          select undone_at, 'action-undone', null, undone_by, null, null, null, undone_reason
                          from case_action
                          where workspace_id = :workspace
                            and case_id = :case
                            and undone_at is not null
                          union all
                          select closed_at, 'closed', outcome, closed_by, null, null, null, reason
                          from case_closure
                          where workspace_id = :workspace
                            and case_id = :case
                          union all
                          select reopened_at, 'reopened', null, reopened_by, null, null, null, ''
                          from case_closure
                          where workspace_id = :workspace
                            and case_id = :case
                            and reopened_at is not null) event
                        left join member on member.workspace_id = :workspace and member.id = event.by_id
                        order by event.at desc, event.kind, event.words
                        limit :most
                        """)
                .param("workspace", workspace.value())
                .param("case", cases.find(workspace, id).id().value())
                .param("most", MOST)
                .query(CaseActivity::event)
                .list();
    }

    private static CaseEvent event(ResultSet row, int n) throws SQLException {
        return new CaseEvent(
                Rows.time(row, "at"),
                row.getString("kind"),
                row.getString("what"),
                row.getString("by_name"),
                row.getString("who"),
                row.getString("rule"),
                row.getString("covers"),
                row.getString("words"));
    }
}
