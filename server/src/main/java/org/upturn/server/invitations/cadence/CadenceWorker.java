package org.upturn.server.invitations.cadence;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Worker;

/** Looks every twenty seconds which schedule's time has come. */
@Component
class CadenceWorker implements SmartLifecycle {
    private static final long IDLE_MILLIS = 20_000;

    private final CadenceRuns runs;
    private final Worker worker = new Worker("cadence", IDLE_MILLIS, this::run);

    CadenceWorker(CadenceRuns runs) {
        this.runs = runs;
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

    private boolean run() {
        boolean ran = false;
        for (var workspace : runs.workspaces()) {
            ran |= runs.runOne(workspace);
        }
        return ran;
    }
}
