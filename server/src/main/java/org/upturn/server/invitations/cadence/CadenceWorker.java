package org.upturn.server.invitations.cadence;

import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Worker;

/** Looks every twenty seconds which schedule's time has come. */
@Component
class CadenceWorker extends Worker {
    private static final long IDLE_MILLIS = 20_000;

    private final CadenceRuns runs;

    CadenceWorker(CadenceRuns runs) {
        super("cadence", IDLE_MILLIS, 1);
        this.runs = runs;
    }

    @Override
    protected boolean pass() {
        boolean ran = false;
        for (var workspace : runs.workspaces()) {
            ran |= runs.runOne(workspace);
        }
        return ran;
    }
}
