package org.upturn.server.corrections;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.ContactErased;
import org.upturn.server.invitations.outbox.Letters;
import org.upturn.server.invitations.outbox.Skip;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseReceived;
import org.upturn.server.responses.Responses;

/** Who has changed their answer unasked, so that nothing is missing any more, is not asked for it. */
@Component
class EndOnChangedAnswer {
    private final CorrectionRepository repository;
    private final CorrectionCourses courses;
    private final Responses responses;
    private final Letters letters;
    private final Clock clock;

    EndOnChangedAnswer(
            CorrectionRepository repository,
            CorrectionCourses courses,
            Responses responses,
            Letters letters,
            Clock clock) {
        this.repository = repository;
        this.courses = courses;
        this.responses = responses;
        this.letters = letters;
        this.clock = clock;
    }

    @EventListener
    void on(ResponseReceived received) {
        if (received.version() == 1) {
            return;
        }
        Response now = responses.find(received.workspace(), received.response());
        repository.list(received.workspace(), received.response(), null, null, 1).stream()
                .filter(one -> one.isOpen(clock.instant()) && isMended(one, now))
                .filter(one -> courses.end(received.workspace(), one.id(), "settled", clock.instant()))
                .forEach(one -> letters.stop(received.workspace(), one.id().value(), Skip.ANSWERED));
    }

    /** Nobody is left to ask. */
    @EventListener
    void on(ContactErased erased) {
        repository.list(erased.workspace(), null, erased.contact(), null, 1_000).stream()
                .filter(one -> courses.end(erased.workspace(), one.id(), "withdrawn", clock.instant()))
                .forEach(one -> letters.stop(erased.workspace(), one.id().value(), Skip.NO_ADDRESS));
    }

    private static boolean isMended(Correction asked, Response now) {
        return switch (asked.part()) {
            case Correction.WHY -> !now.verbatim().isBlank();
            case Correction.SCORE, Correction.BOTH -> true;
            case Correction.EMAIL -> false;
            default -> now.answers().containsKey(asked.part());
        };
    }
}
