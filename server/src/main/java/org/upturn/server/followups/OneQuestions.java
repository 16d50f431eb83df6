package org.upturn.server.followups;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.corrections.Correction;
import org.upturn.server.corrections.Corrections;
import org.upturn.server.corrections.Reason;
import org.upturn.server.corrections.Request;
import org.upturn.server.corrections.RuleKind;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Workspaces;

/**
 * The one question to who gave no reason: “what specifically would you change?” (S4-18). It is a correction that asks for
 * the words, by a member with one click or by the program’s rule ({@link RuleKind#DETRACTOR_WHY}); once for a case.
 */
@Service
public class OneQuestions {
    private final Corrections corrections;
    private final LetterTexts texts;
    private final Cases cases;
    private final Responses responses;
    private final Workspaces workspaces;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    OneQuestions(
            Corrections corrections,
            LetterTexts texts,
            Cases cases,
            Responses responses,
            Workspaces workspaces,
            JdbcClient jdbc,
            AuditLog audit,
            Clock clock) {
        this.corrections = corrections;
        this.texts = texts;
        this.cases = cases;
        this.responses = responses;
        this.workspaces = workspaces;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks by mail. @throws Problem when it was asked before, the person gave a reason, or no mail may go to them */
    @Transactional
    public OneQuestion ask(Member by, CaseId id) {
        Case item = cases.find(by.workspace(), id);
        if (!item.isOpen()) {
            throw Problem.conflict("problem.case.closed");
        }
        if (!item.silent()) {
            throw Problem.conflict("problem.question.reason");
        }
        if (find(by.workspace(), id).isPresent()) {
            throw Problem.conflict("problem.question.once");
        }
        Response answer = responses.find(by.workspace(), item.response());
        var request =
                new Request(Reason.MISSING_WHY, null, texts.word("letter.question", answer.language()), true, null);
        Correction asked = corrections.ask(by, answer.id(), request, true);
        keep(by, id, asked);
        audit.record(by, "case.question.asked", id.value());
        return find(by.workspace(), id).orElseThrow();
    }

    private void keep(Member by, CaseId id, Correction asked) {
        int kept = jdbc.sql("""
                        insert into one_question (workspace_id, case_id, correction_id, asked_by, asked_at)
                        values (:workspace, :case, :correction, :by, :now)
                        on conflict (workspace_id, case_id) do nothing
                        """)
                .param("workspace", by.workspace().value())
                .param("case", id.value())
                .param("correction", asked.id().value())
                .param("by", by.id().value())
                .param("now", Rows.time(clock.instant()))
                .update();
        if (kept == 0) {
            throw Problem.conflict("problem.question.once");
        }
    }

    /** Where it stands; empty while nobody has asked. Whatever asked for the reason counts, for nobody is asked twice. */
    public Optional<OneQuestion> find(WorkspaceId workspace, CaseId id) {
        Case item = cases.find(workspace, id);
        List<Correction> asked = corrections.ofResponse(workspace, item.response()).stream()
                .filter(one -> one.reason() == Reason.MISSING_WHY)
                .filter(one -> one.state(clock.instant()) != Correction.State.SKIPPED)
                .toList();
        return asked.stream().findFirst().map(one -> standing(workspace, item, one));
    }

    private OneQuestion standing(WorkspaceId workspace, Case item, Correction asked) {
        Instant now = clock.instant();
        String state = switch (asked.state(now)) {
            case WAITING, OPENED -> "waiting";
            case ANSWERED, SETTLED, EXPIRED -> item.silent() ? "silent" : "answered";
            case SKIPPED, WITHDRAWN -> "withdrawn";
        };
        MemberId by = asked.by().member();
        String name = by == null
                ? null
                : workspaces.findMember(workspace, by).map(Member::name).orElse(null);
        return new OneQuestion(
                asked.id(), state, asked.course().askedAt(), asked.course().expiresAt(), name);
    }
}
