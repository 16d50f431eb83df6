package org.upturn.server.followups;

import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Worker;

/** Looks every quarter of a minute which conversations begin soon. */
@Component
class TalkReminderWorker extends Worker {
    private static final long IDLE_MILLIS = 15_000;

    private final TalkReminders reminders;

    TalkReminderWorker(TalkReminders reminders) {
        super("conversation reminders", IDLE_MILLIS, 1);
        this.reminders = reminders;
    }

    @Override
    protected boolean pass() {
        int looked = 0;
        for (var workspace : reminders.due()) {
            if (isRunning()) {
                looked += reminders.look(workspace);
            }
        }
        return looked > 0;
    }
}
