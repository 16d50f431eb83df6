package org.upturn.server.responses;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.WaveId;

/**
 * Answers that people have begun and not sent. They can go on where they stopped; where a person chose a score, it counts
 * by itself half an hour after the last change. What a person has sent stands until they send again.
 */
@Service
public class AnswerDrafts {
    private static final int AT_ONCE = 100;

    private final AnswerDraftRepository repository;
    private final Responses responses;
    private final Clock clock;

    AnswerDrafts(AnswerDraftRepository repository, Responses responses, Clock clock) {
        this.repository = repository;
        this.responses = responses;
        this.clock = clock;
    }

    /**
     * What stands in the form now.
     *
     * @param score null while none is chosen
     * @param byPerson whether there is a sign that a person, not a mail scanner, sits before the page
     */
    public record Begun(
            @Nullable Score score,
            String words,
            String language,
            Map<String, List<String>> answers,
            boolean byPerson) {}

    /** Keeps what was begun; nothing when it is just what was sent, as a late message after the sending is. */
    @Transactional
    public void keep(Invited invited, Begun begun) {
        responses.refusal(invited).ifPresent(refused -> {
            throw refused;
        });
        String words = Responses.checked(begun.words());
        boolean sent = responses
                .findByInvitation(invited)
                .filter(one -> one.score().equals(begun.score())
                        && one.verbatim().equals(words)
                        && one.answers().equals(begun.answers()))
                .isPresent();
        if (sent || begun.score() == null && words.isEmpty() && begun.answers().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Instant chosen = begun.score() != null && begun.byPerson() ? now : null;
        repository.save(new AnswerDraft(invited, begun.score(), words, begun.language(), begun.answers(), chosen, now));
    }

    public Optional<AnswerDraft> find(Invited invited) {
        return repository.find(invited);
    }

    /** Those of a wave that wait to count, the one that waits longest first; at most 200. */
    public List<AnswerDraft> provisional(WorkspaceId workspace, WaveId wave) {
        return repository.provisional(workspace, wave);
    }

    /** A contact's answers that wait to count. */
    public List<AnswerDraft> provisional(WorkspaceId workspace, ContactId contact) {
        return repository.provisionalOf(workspace, contact);
    }

    /** Those that count by themselves now. */
    List<Invited> due() {
        return repository.due(clock.instant().minus(AnswerDraft.PATIENCE), AT_ONCE);
    }

    /** Makes a response of it, unless somebody changed it meanwhile or another node was quicker. */
    @Transactional
    public void count(Invited invited) {
        Optional<AnswerDraft> due = repository
                .find(invited)
                .filter(AnswerDraft::isProvisional)
                .filter(one -> !one.countsAt().isAfter(clock.instant()));
        due.filter(one -> repository.delete(invited, one.changedAt()))
                .ifPresent(one -> responses.count(
                        invited, new Given(one.score(), one.words(), one.language(), one.answers()), one.changedAt()));
    }
}
