package org.upturn.server.responses;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Worker;

/** Lets answers count that were begun and never sent. */
@Component
class AnswerDraftWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerDraftWorker.class);
    private static final long IDLE_MILLIS = 60_000;

    private final AnswerDrafts drafts;
    private final Worker worker = new Worker("answer drafts", IDLE_MILLIS, this::countDue);

    AnswerDraftWorker(AnswerDrafts drafts) {
        this.drafts = drafts;
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

    /** One that fails is tried again at the next look, and holds up no other. */
    private boolean countDue() {
        List<Invited> due = drafts.due();
        int counted = 0;
        for (Invited invited : due) {
            try {
                drafts.count(invited);
                counted++;
            } catch (RuntimeException failure) {
                LOG.warn(
                        "An answer that was begun cannot count yet: {}",
                        failure.getClass().getSimpleName());
            }
        }
        return counted > 0;
    }
}
