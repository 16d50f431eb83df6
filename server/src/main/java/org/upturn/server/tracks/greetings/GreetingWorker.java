package org.upturn.server.tracks.greetings;

import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Worker;

/** Looks every ten minutes whose day it is. */
@Component
class GreetingWorker extends Worker {
    private static final long IDLE_MILLIS = 600_000;

    private final Greetings greetings;

    GreetingWorker(Greetings greetings) {
        super("greetings", IDLE_MILLIS, 1);
        this.greetings = greetings;
    }

    @Override
    protected boolean pass() {
        int sent = 0;
        for (var one : greetings.active()) {
            sent += greetings.greetDue(one);
        }
        return sent > 0;
    }
}
