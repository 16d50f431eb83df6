package org.upturn.server.invitations.outbox;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.upturn.server.kernel.Worker;
import org.upturn.server.kernel.WorkspaceId;

/** Sends what waits: wakes when mails were queued, and looks every second for what others left. */
@Component
class OutboxWorker extends Worker {
    private static final long IDLE_MILLIS = 1_000;

    /** As many connections as a mail server takes from one client without wondering. */
    private static final int THREADS = 4;

    private final Outbox outbox;
    private final Postman postman;
    private final Connections connections;

    OutboxWorker(Outbox outbox, Postman postman, Connections connections) {
        super("mail", IDLE_MILLIS, THREADS);
        this.outbox = outbox;
        this.postman = postman;
        this.connections = connections;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void wake(MailsQueued queued) {
        for (int i = 0; i < THREADS; i++) {
            wake();
        }
    }

    @Override
    protected boolean pass() {
        List<WorkspaceId> ready = outbox.readyWorkspaces(Carrier.MAIL);
        boolean some = false;
        for (WorkspaceId workspace : ready) {
            some |= isRunning() && postman.round(workspace);
        }
        if (!some) {
            connections.closeOld();
        }
        return some;
    }
}
