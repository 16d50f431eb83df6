package org.upturn.server.alerts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.upturn.server.kernel.Worker;
import org.upturn.server.kernel.WorkspaceId;

/** Plans and sends alerts: wakes when one was made, and looks every second for what others left and what became ready. */
@Component
class AlertWorker extends Worker {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWorker.class);
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
            some |= plan(workspace);
            some |= isRunning() && send(workspace);
        }
        return some;
    }

    private boolean plan(WorkspaceId workspace) {
        boolean some = false;
        try {
            while (isRunning() && planner.planOne(workspace)) {
                some = true;
            }
        } catch (RuntimeException failure) {
            LOG.warn("An alert of workspace {} is looked at again later: {}", workspace.value(), failure.toString());
            planner.skip(workspace);
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
