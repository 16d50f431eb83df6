package org.upturn.server.invitations.outbox;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Worker;

/** Looks every minute whom to remind. */
@Component
class ReminderWorker implements SmartLifecycle {
    private static final long IDLE_MILLIS = 60_000;

    private final Reminders reminders;
    private final Worker worker = new Worker("reminders", IDLE_MILLIS, this::remind);

    ReminderWorker(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void start() {
        worker.start(1);
    }

    @Override
    public void stop() {
        worker.stop();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    private boolean remind() {
        int queued = 0;
        for (var workspace : reminders.workspaces()) {
            queued += reminders.queueDue(workspace);
        }
        return queued > 0;
    }
}
