package org.upturn.server.tracks.promoters;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The door to referrals: who came by a code, and which of them became customers. */
@Service
public class Referrals {
    static final int LONGEST_REFERENCE = 200;

    private final Advocates advocates;
    private final Surveys surveys;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Referrals(Advocates advocates, Surveys surveys, JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.advocates = advocates;
        this.surveys = surveys;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Counts that somebody pressed the button of a referral page; who, is not asked. */
    public void visit(Advocate by) {
        jdbc.sql("""
                        insert into referral_visit (workspace_id, id, advocate_id, visited_at)
                        values (:workspace, :id, :advocate, :now)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", Ids.next())
                .param("advocate", by.id())
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    /**
     * Notes a friend who became a customer; the same reference counts once.
     *
     * @param reference an order, an invoice or an account of the team's own books
     * @return whose code it was
     * @throws Problem where nobody has this code, or there is no reference
     */
    @Transactional
    public Advocate note(Member by, ProgramId program, String code, String reference) {
        surveys.program(by.workspace(), program);
        Advocate advocate = advocates.ofCode(by.workspace(), program, code);
        String known = reference.replaceAll("\\p{Cntrl}+", " ").strip();
        if (known.isEmpty() || known.length() > LONGEST_REFERENCE) {
            throw Problem.invalid("reference", "problem.referral.reference", LONGEST_REFERENCE);
        }
        jdbc.sql("""
                        insert into referral (workspace_id, id, advocate_id, reference, noted_by, noted_at)
                        values (:workspace, :id, :advocate, :reference, :by, :now)
                        on conflict on constraint referral_once do nothing
                        """)
                .param("workspace", by.workspace().value())
                .param("id", Ids.next())
                .param("advocate", advocate.id())
                .param("reference", known)
                .param("by", by.id().value())
                .param("now", Rows.time(clock.instant()))
                .update();
        audit.record(by, "referral.noted", advocate.id());
        return advocate;
    }
}
