package org.upturn.server.alerts;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.upturn.server.cases.CaseNews;
import org.upturn.server.verbatims.VerbatimRead;

/**
 * Notes what has to be told, in the transaction in which it becomes true; who hears of it, how and when is decided right
 * after that, from the row.
 */
@Component
class AlertNews {
    private final AlertRepository repository;
    private final ApplicationEventPublisher events;

    AlertNews(AlertRepository repository, ApplicationEventPublisher events) {
        this.repository = repository;
        this.events = events;
    }

    @EventListener
    void on(CaseNews news) {
        repository.insert(news);
        events.publishEvent(new AlertsMade());
    }

    /** At the end of that transaction, so that whoever listens too may have found an owner before. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(VerbatimRead read) {
        if (repository.insertUnowned(read.workspace(), read.response())) {
            events.publishEvent(new AlertsMade());
        }
    }
}
