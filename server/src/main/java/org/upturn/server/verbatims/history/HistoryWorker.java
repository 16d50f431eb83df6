package org.upturn.server.verbatims.history;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Worker;
import org.upturn.server.verbatims.history.HistoryRepository.Coming;

/**
 * Reads history in the background, against a version that goes live and again after people corrected something: wakes
 * when a version goes live, and looks every few seconds for what others left.
 */
@Component
class HistoryWorker extends Worker {
    private static final long IDLE_MILLIS = 3_000;

    private final HistoryRepository repository;
    private final History history;
    private final Relearning relearning;
    private final Backfill backfill;

    HistoryWorker(HistoryRepository repository, History history, Relearning relearning, Backfill backfill) {
        super("history", IDLE_MILLIS, 1);
        this.repository = repository;
        this.history = history;
        this.relearning = relearning;
        this.backfill = backfill;
    }

    @Override
    protected boolean pass() throws InterruptedException {
        List<Coming> waiting = repository.waiting();
        for (Coming coming : waiting) {
            finish(history.pass(coming)::step);
        }
        List<RelearningRepository.Due> due = relearning.due();
        for (RelearningRepository.Due behind : due) {
            finish(relearning.pass(behind)::step);
        }
        List<BackfillRepository.Due> backfills = backfill.due();
        for (BackfillRepository.Due one : backfills) {
            Worker.Pass step = backfill.pass(one)::step;
            finish(() -> step.run() && !isUrgent());
        }
        return !waiting.isEmpty() || !due.isEmpty() || !backfills.isEmpty();
    }

    /** A whole history from elsewhere takes hours; a version that goes live does not wait for it. */
    private boolean isUrgent() {
        return !repository.waiting().isEmpty() || !relearning.due().isEmpty();
    }

    /** Work done in passes until there is no more. */
    private void finish(Worker.Pass step) throws InterruptedException {
        boolean more = true;
        while (isRunning() && more) {
            more = step.run();
        }
    }
}
