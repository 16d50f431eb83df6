package org.upturn.server.corrections;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/**
 * The rules of each program that ask by themselves. All are off until somebody turns them on, and ask about nothing that
 * was answered before. A rule is held by one server at a time and asks about each answer once, however often it looks.
 */
@Service
public class CorrectionRules {
    /** A rule does not reach further back: an answer of last season is no longer in anybody's mind. */
    private static final Duration REACH = Duration.ofDays(30);

    private static final int AT_ONCE = 200;
    private static final int PREVIEWED = 10_000;

    private final RuleRepository repository;
    private final Candidates candidates;
    private final Corrections corrections;
    private final Surveys surveys;
    private final AuditLog audit;
    private final Clock clock;

    CorrectionRules(
            RuleRepository repository,
            Candidates candidates,
            Corrections corrections,
            Surveys surveys,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.candidates = candidates;
        this.corrections = corrections;
        this.surveys = surveys;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that are on. */
    public List<CorrectionRule> ofProgram(WorkspaceId workspace, ProgramId program) {
        surveys.program(workspace, program);
        return repository.ofProgram(workspace, program);
    }

    /** Turns a rule on, or changes its delay. */
    @Transactional
    public void turnOn(Member by, ProgramId program, RuleKind kind, Duration delay, int days) {
        surveys.program(by.workspace(), program);
        if (delay.isNegative() || delay.compareTo(CorrectionRule.LONGEST_DELAY) > 0) {
            throw Problem.invalid("delay", "problem.correction.delay");
        }
        if (days < 1 || days > Request.MOST_DAYS) {
            throw Problem.invalid("days", "problem.correction.days", Request.MOST_DAYS);
        }
        repository.save(by, program, new CorrectionRule(kind, delay, days, clock.instant()));
        audit.record(by, "correction.rule.on." + kind.word(), program.value());
    }

    /** Asks nobody more; links that are out still work. */
    @Transactional
    public void turnOff(Member by, ProgramId program, RuleKind kind) {
        surveys.program(by.workspace(), program);
        if (repository.delete(by.workspace(), program, kind)) {
            audit.record(by, "correction.rule.off." + kind.word(), program.value());
        }
    }

    /** How many people of the last 30 days it would have asked. */
    public long preview(WorkspaceId workspace, ProgramId program, RuleKind kind) {
        Instant now = clock.instant();
        var where = new Candidates.Where(program, null, now.minus(REACH), now, true);
        return candidates.find(workspace, kind, where, PREVIEWED).stream()
                .map(Candidates.Candidate::contact)
                .distinct()
                .count();
    }

    /** How many people of a wave this would ask who have not been asked for the same reason yet. */
    public long unasked(WorkspaceId workspace, WaveId id, RuleKind kind) {
        Wave wave = surveys.wave(workspace, id);
        var where = new Candidates.Where(wave.program(), id, Instant.EPOCH, clock.instant(), false);
        return candidates.find(workspace, kind, where, PREVIEWED).size();
    }

    List<WorkspaceId> workspaces() {
        return repository.workspaces();
    }

    /** The rules of a workspace that are on. */
    List<RuleRepository.Active> all(WorkspaceId workspace) {
        return repository.all(workspace);
    }

    /**
     * Lets one rule ask about what is due now.
     *
     * @return how many it asked
     */
    @Transactional
    public int askDue(WorkspaceId workspace, ProgramId program, RuleKind kind) {
        return repository
                .hold(workspace, program, kind)
                .map(held -> askDue(workspace, held))
                .orElse(0);
    }

    private int askDue(WorkspaceId workspace, RuleRepository.Active held) {
        CorrectionRule rule = held.rule();
        Instant until = clock.instant().minus(rule.delay());
        // Words are looked at again and again, since they are read after they came; an address is looked at once.
        Instant from = rule.kind() == RuleKind.EMAIL ? held.lookedAt() : rule.since();
        Instant reach = clock.instant().minus(REACH);
        var where = new Candidates.Where(held.program(), null, from.isBefore(reach) ? reach : from, until, false);
        var due = candidates.find(workspace, rule.kind(), where, rule.kind() == RuleKind.EMAIL ? PREVIEWED : AT_ONCE);
        int asked = 0;
        for (var one : due) {
            asked += corrections.askBy(workspace, rule.kind(), one.response(), rule.days()) ? 1 : 0;
        }
        repository.markLookedAt(workspace, held.program(), rule.kind(), until);
        return asked;
    }
}
