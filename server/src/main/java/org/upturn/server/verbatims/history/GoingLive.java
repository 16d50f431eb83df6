package org.upturn.server.verbatims.history;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.verbatims.codebook.CodebookProblems;
import org.upturn.server.verbatims.codebook.CodebookRepository;
import org.upturn.server.verbatims.codebook.CodebookVersion;
import org.upturn.server.verbatims.codebook.CodebookVersion.State;
import org.upturn.server.verbatims.codebook.Draft;
import org.upturn.server.verbatims.codebook.Drafts;
import org.upturn.server.verbatims.history.HistoryRepository.Coming;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/**
 * The door to making a draft live. All history is read against it first, while arrivals go on being read against what is
 * active; then the program is switched over in one step. It can be paused, taken up again and taken back.
 */
@Service
public class GoingLive {
    /** So few are read while the member waits. */
    private static final int FEW = 50;

    private final Drafts drafts;
    private final CodebookRepository codebooks;
    private final HistoryRepository repository;
    private final VersionStates states;
    private final History history;
    private final HistoryWorker worker;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    GoingLive(
            Drafts drafts,
            CodebookRepository codebooks,
            HistoryRepository repository,
            VersionStates states,
            History history,
            HistoryWorker worker,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.drafts = drafts;
        this.codebooks = codebooks;
        this.repository = repository;
        this.states = states;
        this.history = history;
        this.worker = worker;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Begins to make the draft live; with little history it is live when this returns.
     *
     * @param revision the draft's revision when it was last looked at; null to do it in any case
     * @param note what the team says about it
     */
    public void begin(Member by, ProgramId program, @Nullable Integer revision, @Nullable String note) {
        Optional<History.Pass> here = Objects.requireNonNull(
                transaction.execute(status -> beginning(by, program, revision, Drafts.note(note))));
        here.ifPresent(GoingLive::readAll);
        worker.wake();
    }

    /** With little history the caller takes the work before anybody else sees it. */
    private Optional<History.Pass> beginning(Member by, ProgramId program, @Nullable Integer revision, String note) {
        codebooks.lock(by.workspace(), codebooks.known(by.workspace(), program).id());
        Draft draft = drafts.find(by.workspace(), program);
        drafts.check(by.workspace(), draft, revision);
        var coming = new Coming(by.workspace(), draft.codebook(), draft.number());
        int responses = repository.countUnread(coming);
        states.begin(coming, note, responses);
        audit.record(by, "codebook.going-live", draft.codebook());
        return responses > FEW
                ? Optional.empty()
                : Optional.of(history.pass(coming)).filter(History.Pass::take);
    }

    private static void readAll(History.Pass pass) {
        try {
            boolean more = true;
            while (more) {
                more = pass.step();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public void pause(Member by, ProgramId program) {
        step(by, program, State.READING, State.PAUSED, "codebook.reading-paused");
    }

    public void resume(Member by, ProgramId program) {
        step(by, program, State.PAUSED, State.READING, "codebook.reading-resumed");
        worker.wake();
    }

    /**
     * Takes a version back that is going live, and begins a draft that says the same. What was read against it stays
     * for comparison, under its own number.
     */
    public void takeBack(Member by, ProgramId program) {
        transaction.executeWithoutResult(status -> {
            CodebookRepository.Known known = codebooks.known(by.workspace(), program);
            codebooks.lock(by.workspace(), known.id());
            CodebookVersion version = goingLive(by, known);
            var coming = new Coming(by.workspace(), known.id(), version.number());
            if (!states.go(coming, version.state(), State.PAST)) {
                throw CodebookProblems.notGoingLive();
            }
            audit.record(by, "codebook.taken-back", known.id());
            drafts.returnTo(by, program, version.number());
        });
    }

    private void step(Member by, ProgramId program, State from, State to, String fact) {
        transaction.executeWithoutResult(status -> {
            CodebookRepository.Known known = codebooks.known(by.workspace(), program);
            CodebookVersion version = goingLive(by, known);
            boolean done = states.go(new Coming(by.workspace(), known.id(), version.number()), from, to);
            if (done) {
                audit.record(by, fact, known.id());
            } else if (version.state() != to) {
                throw CodebookProblems.notGoingLive();
            }
        });
    }

    private CodebookVersion goingLive(Member by, CodebookRepository.Known known) {
        CodebookVersion coming = codebooks.coming(by.workspace(), known.id());
        if (coming == null || !coming.isGoingLive()) {
            throw CodebookProblems.notGoingLive();
        }
        return coming;
    }
}
