package org.upturn.server.cases;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseReceived;
import org.upturn.server.responses.Responses;
import org.upturn.server.verbatims.VerbatimRead;

/** Opens a case when a detractor answers, in the same transaction; a second event for the same response changes nothing. */
@Component
class OpenCaseOnDetractor {
    private final CaseRepository repository;
    private final ClosureRepository closures;
    private final CaseList lists;
    private final Facts facts;
    private final Responses responses;
    private final ScheduledTalks talks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OpenCaseOnDetractor(
            CaseRepository repository,
            ClosureRepository closures,
            CaseList lists,
            Facts facts,
            Responses responses,
            ScheduledTalks talks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.closures = closures;
        this.lists = lists;
        this.facts = facts;
        this.responses = responses;
        this.talks = talks;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(ResponseReceived received) {
        if (received.score().isDetractor()) {
            open(received.workspace(), responses.find(received.workspace(), received.response()));
        } else if (received.version() > 1) {
            repository.markDetractor(received.workspace(), received.response(), false);
            closeIfUntouched(received.workspace(), received);
        }
    }

    @EventListener
    void on(VerbatimRead read) {
        if (repository.markRead(read.workspace(), read.response(), read.silent(), clock.instant())) {
            lists.findByResponse(read.workspace(), read.response())
                    .filter(Case::isOpen)
                    .map(item -> facts.of(read.workspace(), item))
                    .ifPresent(known -> {
                        repository.prioritize(read.workspace(), known.id(), facts.priority(read.workspace(), known));
                        events.publishEvent(new CaseRead(read.workspace(), known));
                    });
        }
    }

    private void open(WorkspaceId workspace, Response response) {
        List<Score> earlier = responses.earlier(workspace, response.id()).stream()
                .map(Response::score)
                .toList();
        CaseFacts known = facts.of(workspace, CaseId.next(), response, earlier);
        if (repository.insert(workspace, response, known, facts.priority(workspace, known))) {
            events.publishEvent(new CaseOpened(workspace, known, response.changedAt(), known.silent()));
        } else {
            repository.markDetractor(workspace, response.id(), true);
            closures.reopenAfterChangedAnswer(workspace, response.id(), clock.instant());
        }
    }

    /** The answer was changed for the better before anybody followed up or agreed on a talk: nothing is left to win back. */
    private void closeIfUntouched(WorkspaceId workspace, ResponseReceived received) {
        lists.findByResponse(workspace, received.response())
                .filter(Case::isOpen)
                .filter(known -> repository.followUps(workspace, known.id()).isEmpty())
                .filter(known -> talks.of(workspace, List.of(known.id())).isEmpty())
                .ifPresent(known ->
                        closures.close(workspace, known.id(), Outcome.ANSWER_CHANGED, "", null, clock.instant()));
    }
}
