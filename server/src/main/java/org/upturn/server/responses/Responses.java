package org.upturn.server.responses;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.Channel;
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
    private final AnswerHistoryRepository history;
    private final AnswerDraftRepository drafts;
    private final Invitations invitations;
    private final Surveys surveys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Responses(
            ResponseRepository repository,
            AnswerHistoryRepository history,
            AnswerDraftRepository drafts,
            Invitations invitations,
            Surveys surveys,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.history = history;
        this.drafts = drafts;
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

    /** Takes score and words, asked in the language that the survey is written in. */
    @Transactional
    public ResponseId answer(Invited invited, Score score, String words) {
        return answer(invited, new Given(score, words, null, Map.of()));
    }

    /**
     * Takes the answer of an invited person: stores the response with its verbatim, and in the same transaction what
     * follows from it. Answering again makes a new version of the same response; the same answer again changes nothing,
     * so that a double click, a retry or two tabs give one response.
     */
    @Transactional
    public ResponseId answer(Invited invited, Given given) {
        return answer(invited, given, null);
    }

    /** @param channel by which the answer came; null for that of the invitation */
    @Transactional
    public ResponseId answer(Invited invited, Given given, @Nullable Channel channel) {
        return answer(invited, surveys.wave(invited.workspace(), invited.wave()), given, channel);
    }

    /** @param wave of the invitation, as the caller has just seen it */
    @Transactional
    public ResponseId answer(Invited invited, Wave wave, Given given, @Nullable Channel channel) {
        checkOpen(wave, clock.instant());
        return store(invited, wave, given, true, channel);
    }

    /** Takes what a person chose, was begun at this time and never sent. */
    ResponseId count(Invited invited, Given given, Instant begun) {
        Wave wave = surveys.wave(invited.workspace(), invited.wave());
        checkOpen(wave, begun);
        return store(invited, wave, given, false, null);
    }

    private ResponseId store(Invited invited, Wave wave, Given given, boolean sent, @Nullable Channel channel) {
        String language = given.language() == null
                ? surveys.survey(invited.workspace(), wave.survey())
                        .questionnaire()
                        .base()
                : given.language();
        var first = new AnswerVersion(
                1,
                given.score(),
                checked(given.words()),
                wave.survey(),
                language,
                given.answers(),
                sent,
                clock.instant());
        Optional<ResponseId> made = repository.insert(invited, wave, first, channel);
        if (made.isPresent()) {
            invitations.markAnswered(invited);
            events.publishEvent(new ResponseReceived(invited.workspace(), made.get(), 1, first.score()));
            return made.get();
        }
        return edit(invited, first);
    }

    private ResponseId edit(Invited invited, AnswerVersion told) {
        Response known = repository.lock(invited.workspace(), invited.wave(), invited.contact());
        if (!known.score().equals(told.score())
                || !known.verbatim().equals(told.verbatim())
                || !known.answers().equals(told.answers())) {
            var edit = new AnswerVersion(
                    known.version() + 1,
                    told.score(),
                    told.verbatim(),
                    told.survey(),
                    told.language(),
                    told.answers(),
                    told.sent(),
                    clock.instant());
            repository.insert(invited.workspace(), known.id(), edit);
            events.publishEvent(new ResponseReceived(invited.workspace(), known.id(), edit.version(), edit.score()));
        } else if (told.sent()) {
            drafts.markSent(invited.workspace(), known.id(), known.version());
        }
        return known.id();
    }

    public Response find(WorkspaceId workspace, ResponseId id) {
        return repository.find(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.response"));
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
        return history.ofContact(workspace, contact);
    }

    /** The same person's answers in earlier waves of the same program, the most recent first (decision 5). */
    public List<Response> earlier(WorkspaceId workspace, ResponseId id) {
        return history.earlier(workspace, id);
    }

    /** Every version of an answer, the first one first. */
    public List<AnswerVersion> versions(WorkspaceId workspace, ResponseId id) {
        return history.versions(workspace, id);
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
        return refusal(surveys.wave(invited.workspace(), invited.wave()));
    }

    /** Says why nobody can answer now, when nobody can. */
    public Optional<Problem> refusal(Wave wave) {
        try {
            checkOpen(wave, clock.instant());
            return Optional.empty();
        } catch (Problem refused) {
            return Optional.of(refused);
        }
    }

    private static void checkOpen(Wave wave, Instant when) {
        if (when.isBefore(wave.opensAt())) {
            throw Problem.conflict("problem.answer.early");
        }
        if (when.isAfter(wave.closesAt())) {
            throw Problem.conflict("problem.answer.late");
        }
    }

    /** The words as they are stored. */
    static String checked(String words) {
        String verbatim = words.replace("\0", "").strip();
        if (verbatim.length() > LONGEST_VERBATIM) {
            throw Problem.invalid("why", "problem.answer.long");
        }
        return verbatim;
    }
}
