package org.upturn.server.responses;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Worker;

/** Lets answers count that were begun and never sent. */
@Component
class AnswerDraftWorker extends Worker {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerDraftWorker.class);
    private static final long IDLE_MILLIS = 60_000;

    private final AnswerDrafts drafts;

    AnswerDraftWorker(AnswerDrafts drafts) {
        super("answer drafts", IDLE_MILLIS, 1);
        this.drafts = drafts;
    }

    /** One that fails is tried again at the next look, and holds up no other. */
    @Override
    protected boolean pass() {
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
