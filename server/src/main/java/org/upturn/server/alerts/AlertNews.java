package org.upturn.server.alerts;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.upturn.server.cases.CaseNews;
import org.upturn.server.responses.Responses;
import org.upturn.server.tracks.passives.PassiveGiven;
import org.upturn.server.verbatims.VerbatimRead;

/**
 * Notes what has to be told, in the transaction in which it becomes true; who hears of it, how and when is decided right
 * after that, from the row.
 */
@Component
class AlertNews {
    private final AlertRepository repository;
    private final Responses responses;
    private final ApplicationEventPublisher events;

    AlertNews(AlertRepository repository, Responses responses, ApplicationEventPublisher events) {
        this.repository = repository;
        this.responses = responses;
        this.events = events;
    }

    @EventListener
    void on(CaseNews news) {
        repository.insert(news);
        events.publishEvent(new AlertsMade());
    }

    /** Somebody who has never answered has no words that could be told, and so no alert. */
    @EventListener
    void on(PassiveGiven given) {
        responses.ofContact(given.workspace(), given.contact()).stream()
                .filter(one -> one.program().equals(given.program()))
                .findFirst()
                .ifPresent(latest -> {
                    repository.insert(given, latest.id());
                    events.publishEvent(new AlertsMade());
                });
    }

    /** At the end of that transaction, so that whoever listens too may have found an owner before. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void on(VerbatimRead read) {
        if (repository.insertUnowned(read.workspace(), read.response())) {
            events.publishEvent(new AlertsMade());
        }
    }
}
