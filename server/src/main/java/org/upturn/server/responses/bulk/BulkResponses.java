package org.upturn.server.responses.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.invitations.BulkInvitations;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.ResponseReceived;
import org.upturn.server.surveys.Survey;

/**
 * Stores what was answered elsewhere, with its own dates. One response per contact and wave holds here too: a second answer
 * in a wave becomes a version of the first, in the order of time. What is stored already, by its source, is passed over.
 *
 * <p>Nothing follows from an old answer: no case, no clock, no mail. Only one of the last two days, whose recovery window
 * is still open (S1-02), is told to the other rooms as any answer is.
 */
@Component
public class BulkResponses {
    /** An answer younger than this is an arrival; the recovery window of S1-02. */
    private static final Duration FRESH = Duration.ofHours(48);

    private final BulkResponseRepository repository;
    private final AnswerChain chain;
    private final BulkInvitations invitations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BulkResponses(
            BulkResponseRepository repository,
            AnswerChain chain,
            BulkInvitations invitations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.chain = chain;
        this.invitations = invitations;
        this.events = events;
        this.clock = clock;
    }

    /** What was stored. @param changes answers that became a version of a response; @param known stored before */
    public record Stored(int responses, int changes, int known) {}

    /** A response to be made of one or more answers, the earliest first. */
    record Fresh(UUID id, List<PastResponse> answers) {
        PastResponse last() {
            return answers.getLast();
        }

        PastResponse.Place place() {
            return last().place();
        }
    }

    /** Which of these answers are stored already. */
    public Set<UUID> known(WorkspaceId workspace, Collection<UUID> sources) {
        return repository.known(workspace, sources);
    }

    /**
     * Stores them all, or none.
     *
     * @param survey what was asked, as far as we know
     * @param language in which
     * @throws org.springframework.dao.DuplicateKeyException when somebody else stored one of them meanwhile: try again
     */
    @Transactional
    public Stored store(WorkspaceId workspace, UUID importId, Survey survey, String language, List<PastResponse> told) {
        Set<UUID> seen = repository.known(
                workspace, told.stream().map(PastResponse::source).toList());
        Map<PastResponse.Place, List<PastResponse>> places = new LinkedHashMap<>();
        int known = 0;
        for (PastResponse one : told) {
            if (seen.add(one.source())) {
                places.computeIfAbsent(one.place(), none -> new ArrayList<>(1)).add(one);
            } else {
                known++;
            }
        }
        var batch = new Batch(workspace, importId, survey, language);
        List<Fresh> fresh = fresh(places.values());
        invitations.insert(workspace, fresh.stream().map(BulkResponses::asked).toList());
        Set<PastResponse.Place> answered = repository.answered(workspace, fresh);
        List<Fresh> first =
                fresh.stream().filter(one -> !answered.contains(one.place())).toList();
        repository.insert(batch, first);
        int changes = first.stream().mapToInt(one -> one.answers().size() - 1).sum();
        for (Fresh one : fresh) {
            if (answered.contains(one.place())) {
                changes += chain.add(batch, one.answers());
            }
        }
        tellOfFresh(workspace, first);
        return new Stored(first.size(), changes, known);
    }

    /** In one order always, so that two imports of the same people never wait for each other in a circle. */
    private static List<Fresh> fresh(Collection<List<PastResponse>> places) {
        var fresh = new ArrayList<Fresh>();
        for (List<PastResponse> answers : places) {
            answers.sort(Comparator.comparing(PastResponse::answeredAt));
            fresh.add(new Fresh(Ids.at(answers.getFirst().answeredAt()), answers));
        }
        fresh.sort(Comparator.comparing((Fresh one) -> one.last().contact().value())
                .thenComparing(one -> one.last().wave().value()));
        return fresh;
    }

    private static BulkInvitations.Asked asked(Fresh one) {
        return new BulkInvitations.Asked(
                one.last().wave(), one.last().contact(), one.last().answeredAt());
    }

    private void tellOfFresh(WorkspaceId workspace, List<Fresh> inserted) {
        Instant since = clock.instant().minus(FRESH);
        for (Fresh one : inserted) {
            if (one.last().answeredAt().isAfter(since)) {
                events.publishEvent(new ResponseReceived(
                        workspace,
                        new ResponseId(one.id()),
                        one.answers().size(),
                        one.last().score()));
            }
        }
    }

    /** What all answers of one call have in common. */
    record Batch(WorkspaceId workspace, UUID importId, Survey survey, String language) {}
}
