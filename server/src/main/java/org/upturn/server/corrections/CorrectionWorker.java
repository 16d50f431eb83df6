package org.upturn.server.corrections;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Worker;

/** Looks every half minute what the rules are to ask, and which links have run out. */
@Component
class CorrectionWorker extends Worker {
    private static final long IDLE_MILLIS = 30_000;

    private final CorrectionRules rules;
    private final CorrectionCourses courses;
    private final Clock clock;

    CorrectionWorker(CorrectionRules rules, CorrectionCourses courses, Clock clock) {
        super("corrections", IDLE_MILLIS, 1);
        this.rules = rules;
        this.courses = courses;
        this.clock = clock;
    }

    @Override
    protected boolean pass() {
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
