package org.upturn.server.responses;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;

/** The door of the room: takes answers and finds them. */
@Service
public class Responses {
    /** The longest verbatim, in characters. */
    public static final int LONGEST_VERBATIM = 20_000;

    private static final int LOOKED_AT = 1_000;

    private final ResponseRepository repository;
    private final Invitations invitations;
    private final Surveys surveys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Responses(
            ResponseRepository repository,
            Invitations invitations,
            Surveys surveys,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.invitations = invitations;
        this.surveys = surveys;
        this.events = events;
        this.clock = clock;
    }

    /** Which responses to list; null means all. */
    public record Filter(
            @Nullable ProgramId program,
            @Nullable WaveId wave,
            @Nullable ContactId contact) {}

    /**
     * Takes the answer of an invited person: stores the response with its verbatim, and in the same transaction what
     * follows from it. Answering again makes a new version of the same response; the same answer again changes nothing,
     * so that a double click, a retry or two tabs give one response.
     *
     * @param words what the person wrote, kept exactly as given
     */
    @Transactional
    public ResponseId answer(Invited invited, Score score, String words) {
        String verbatim = checked(words);
        Wave wave = surveys.wave(invited.workspace(), invited.wave());
        checkOpen(wave);
        Optional<ResponseId> first = repository.insert(invited, wave, score, verbatim, clock.instant());
        if (first.isPresent()) {
            invitations.markAnswered(invited);
            events.publishEvent(new ResponseReceived(invited.workspace(), first.get(), 1, score));
            return first.get();
        }
        return edit(invited, score, verbatim);
    }

    private ResponseId edit(Invited invited, Score score, String verbatim) {
        Response known = repository.lock(invited.workspace(), invited.wave(), invited.contact());
        if (!known.score().equals(score) || !known.verbatim().equals(verbatim)) {
            int version = known.version() + 1;
            repository.insertVersion(invited.workspace(), known.id(), version, score, verbatim, clock.instant());
            events.publishEvent(new ResponseReceived(invited.workspace(), known.id(), version, score));
        }
        return known.id();
    }

    public Response find(WorkspaceId workspace, ResponseId id) {
        return repository.find(workspace, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("problem.unknown.response"));
    }

    public List<Response> findAll(WorkspaceId workspace, Collection<ResponseId> ids) {
        return repository.find(workspace, ids);
    }

    /** What this invited person has answered so far. */
    public Optional<Response> findByInvitation(Invited invited) {
        return repository.findInWave(invited.workspace(), invited.wave(), invited.contact());
    }

    /** A contact's answers over all waves, the latest wave first. */
    public List<Response> ofContact(WorkspaceId workspace, ContactId contact) {
        return repository.ofContact(workspace, contact);
    }

    /** The same person's answers in earlier waves of the same program, the most recent first (decision 5). */
    public List<Response> earlier(WorkspaceId workspace, ResponseId id) {
        return repository.earlier(workspace, id);
    }

    /** Every version of an answer, the first one first. */
    public List<AnswerVersion> versions(WorkspaceId workspace, ResponseId id) {
        return repository.versions(workspace, id);
    }

    /** Responses, the latest first. */
    public Slice<Response> list(WorkspaceId workspace, Filter filter, @Nullable UUID after, int limit) {
        return Slice.of(
                repository.list(workspace, filter, after, limit + 1),
                limit,
                one -> one.id().value());
    }

    /** The latest answers of a program that have words, the latest first: at most so many, among the last 1,000. */
    public List<Response> latestWithWords(WorkspaceId workspace, ProgramId program, int most) {
        var filter = new Filter(program, null, null);
        var found = new ArrayList<Response>();
        @Nullable UUID after = null;
        for (int seen = 0; seen < LOOKED_AT && found.size() < most; seen += most) {
            Slice<Response> slice = list(workspace, filter, after, most);
            slice.items().stream()
                    .filter(one -> !one.verbatim().isBlank())
                    .limit(most - found.size())
                    .forEach(found::add);
            after = slice.next();
            if (after == null) {
                break;
            }
        }
        return found;
    }

    /** Says why this person cannot answer now, when they cannot. */
    public Optional<Problem> refusal(Invited invited) {
        try {
            checkOpen(surveys.wave(invited.workspace(), invited.wave()));
            return Optional.empty();
        } catch (Problem refused) {
            return Optional.of(refused);
        }
    }

    private void checkOpen(Wave wave) {
        if (clock.instant().isBefore(wave.opensAt())) {
            throw Problem.conflict("problem.answer.early");
        }
        if (clock.instant().isAfter(wave.closesAt())) {
            throw Problem.conflict("problem.answer.late");
        }
    }

    private static String checked(String words) {
        String verbatim = words.replace("\0", "").strip();
        if (verbatim.length() > LONGEST_VERBATIM) {
            throw Problem.invalid("why", "problem.answer.long");
        }
        return verbatim;
    }
}
