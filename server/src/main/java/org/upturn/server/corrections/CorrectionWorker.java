package org.upturn.server.corrections;

import java.time.Clock;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Worker;

/** Looks every half minute what the rules are to ask, and which links have run out. */
@Component
class CorrectionWorker implements SmartLifecycle {
    private static final long IDLE_MILLIS = 30_000;

    private final CorrectionRules rules;
    private final CorrectionCourses courses;
    private final Clock clock;
    private final Worker worker = new Worker("corrections", IDLE_MILLIS, this::look);

    CorrectionWorker(CorrectionRules rules, CorrectionCourses courses, Clock clock) {
        this.rules = rules;
        this.courses = courses;
        this.clock = clock;
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

    private boolean look() {
        courses.expire(clock.instant());
        int asked = 0;
        for (var workspace : rules.workspaces()) {
            for (var one : rules.all(workspace)) {
                if (!isRunning()) {
                    return false;
                }
                asked += rules.askDue(workspace, one.program(), one.rule().kind());
            }
        }
        return asked > 0;
    }
}
