package org.upturn.server.invitations.outbox;

import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Worker;

/** Looks every minute whom to remind. */
@Component
class ReminderWorker extends Worker {
    private static final long IDLE_MILLIS = 60_000;

    private final Reminders reminders;

    ReminderWorker(Reminders reminders) {
        super("reminders", IDLE_MILLIS, 1);
        this.reminders = reminders;
    }

    @Override
    protected boolean pass() {
        int queued = 0;
        for (var workspace : reminders.workspaces()) {
            queued += reminders.queueDue(workspace);
        }
        return queued > 0;
    }
}
