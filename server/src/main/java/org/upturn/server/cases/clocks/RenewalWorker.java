package org.upturn.server.cases.clocks;

import org.springframework.stereotype.Component;
import org.upturn.server.cases.Renewals;
import org.upturn.server.kernel.Worker;

/** Looks every hour, for days begin at another hour in each time zone, whose account is renewed soon now. */
@Component
class RenewalWorker extends Worker {
    private static final long IDLE_MILLIS = 3_600_000;

    private final Renewals renewals;

    RenewalWorker(Renewals renewals) {
        super("renewals", IDLE_MILLIS, 1);
        this.renewals = renewals;
    }

    @Override
    protected boolean pass() {
        int moved = 0;
        for (var workspace : renewals.workspaces()) {
            if (isRunning()) {
                moved += renewals.look(workspace);
            }
        }
        return moved > 0;
    }
}
