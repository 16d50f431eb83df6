package org.upturn.server.alerts;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.upturn.server.kernel.Worker;
import org.upturn.server.kernel.WorkspaceId;

/** Plans and sends alerts: wakes when one was made, and looks every second for what others left and what became ready. */
@Component
class AlertWorker extends Worker {
    private static final long IDLE_MILLIS = 1_000;
    private static final int THREADS = 2;

    private final AlertPlanner planner;
    private final AlertQueue queue;
    private final MailCourier mails;
    private final ChannelCourier channels;

    AlertWorker(AlertPlanner planner, AlertQueue queue, MailCourier mails, ChannelCourier channels) {
        super("alerts", IDLE_MILLIS, THREADS);
        this.planner = planner;
        this.queue = queue;
        this.mails = mails;
        this.channels = channels;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void wake(AlertsMade made) {
        wake();
    }

    @Override
    protected boolean pass() {
        boolean some = false;
        for (WorkspaceId workspace : queue.readyWorkspaces()) {
            while (isRunning() && planner.planOne(workspace)) {
                some = true;
            }
            some |= isRunning() && send(workspace);
        }
        return some;
    }

    private boolean send(WorkspaceId workspace) {
        Delivery.Lease lease = queue.lease(workspace);
        if (lease.all().isEmpty()) {
            return false;
        }
        if (lease.all().getFirst().member() != null) {
            mails.carry(lease);
        } else {
            channels.carry(lease);
        }
        return true;
    }
}
