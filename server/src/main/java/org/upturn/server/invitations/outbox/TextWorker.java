package org.upturn.server.invitations.outbox;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.upturn.server.kernel.Worker;
import org.upturn.server.kernel.WorkspaceId;

/** Sends the text messages that wait: wakes when some were queued, and looks every second for what others left. */
@Component
class TextWorker extends Worker {
    private static final long IDLE_MILLIS = 1_000;
    private static final int THREADS = 2;

    private final Outbox outbox;
    private final TextPostman postman;

    TextWorker(Outbox outbox, TextPostman postman) {
        super("text messages", IDLE_MILLIS, THREADS);
        this.outbox = outbox;
        this.postman = postman;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void wake(MailsQueued queued) {
        wake();
    }

    @Override
    protected boolean pass() {
        boolean some = false;
        for (WorkspaceId workspace : outbox.readyWorkspaces(Carrier.SMS)) {
            some |= isRunning() && postman.round(workspace);
        }
        return some;
    }
}
