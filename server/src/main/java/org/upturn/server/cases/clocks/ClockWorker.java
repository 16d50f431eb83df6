package org.upturn.server.cases.clocks;

import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Worker;

/** Looks every quarter of a minute which clocks have run out. */
@Component
class ClockWorker extends Worker {
    private static final long IDLE_MILLIS = 15_000;

    private final CaseClocks clocks;

    ClockWorker(CaseClocks clocks) {
        super("case clocks", IDLE_MILLIS, 1);
        this.clocks = clocks;
    }

    @Override
    protected boolean pass() {
        int looked = 0;
        for (var workspace : clocks.due()) {
            if (isRunning()) {
                looked += clocks.look(workspace);
            }
        }
        return looked > 0;
    }
}
