package org.upturn.server.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** The door of the room: assigns cases, logs follow-ups, closes and finds. */
@Service
public class Cases {
    private static final int LONGEST_WORDS = 10_000;

    private final CaseRepository repository;
    private final ClosureRepository closures;
    private final CaseList lists;
    private final Assignments assignments;
    private final ScheduledTalks talks;
    private final AuditLog audit;
    private final Clock clock;

    Cases(
            CaseRepository repository,
            ClosureRepository closures,
            CaseList lists,
            Assignments assignments,
            ScheduledTalks talks,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.closures = closures;
        this.lists = lists;
        this.assignments = assignments;
        this.talks = talks;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a list goes. Places in the order of urgency move as time passes and cases are worked on. */
    public enum Order {
        URGENCY,
        NEWEST
    }

    /** Which cases to list; null means all. */
    public record Filter(
            @Nullable ProgramId program,
            @Nullable WaveId wave,
            @Nullable Subtype subtype,
            @Nullable MemberId owner,
            Status status,
            @Nullable Attention attention) {
        /** Whether open or closed cases are wanted. */
        public enum Status {
            OPEN,
            CLOSED,
            ALL
        }

        /** What a case needs somebody to look at. */
        public enum Attention {
            /** Nobody's. */
            UNASSIGNED,
            /** Nobody was in touch and the recovery window has passed. */
            LATE,
            /** The words name nothing to act on. */
            SILENT,
            /** Chronic now, but once a passive or promoter. */
            PEAK;

            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }

            public static Attention of(String word) {
                for (Attention one : values()) {
                    if (one.word().equals(word)) {
                        return one;
                    }
                }
                throw Problem.invalid("attention", "problem.case.attention");
            }
        }

        public static Filter open(@Nullable ProgramId program) {
            return new Filter(program, null, null, null, Status.OPEN, null);
        }
    }

    /** An open case, as others of the same person point to it. */
    public record Open(CaseId id, ContactId contact, ProgramId program, WaveId wave) {}

    @Transactional
    public Case assign(Member by, CaseId id, MemberId owner) {
        find(by.workspace(), id);
        assignments.assign(by, List.of(id), owner);
        return find(by.workspace(), id);
    }

    /** Logs what was done; being in touch with the person stops the 48-hour clock the first time. */
    @Transactional
    public UUID logFollowUp(Member by, CaseId id, FollowUp.Kind kind, String words) {
        return log(by, id, kind, words, false, clock.instant());
    }

    /** Logs what took place in Upturn itself, as a letter that went; it counts from then on. */
    @Transactional
    public UUID logHappened(Member by, CaseId id, FollowUp.Kind kind, String words, Instant at) {
        return log(by, id, kind, words, true, at);
    }

    private UUID log(Member by, CaseId id, FollowUp.Kind kind, String words, boolean happened, Instant now) {
        openCase(by.workspace(), id);
        if (words == null || words.isBlank() || words.length() > LONGEST_WORDS) {
            throw Problem.invalid("words", "problem.followUp.words");
        }
        UUID followUp = repository.insert(by, id, kind, words.strip(), happened, now);
        if (kind.isContact()) {
            repository.markContacted(by.workspace(), id, now);
        }
        audit.record(by, "case.followed-up", id.value());
        return followUp;
    }

    /**
     * Closes a case; what was still to be talked about with the person is called off.
     *
     * @throws Problem when it should count as resolved and one of promised, delivered and the person's response is not
     *     logged yet, when nobody could be reached and no reason is given, when somebody is parted with whom nobody was in
     *     touch, or when a request for authority still waits for its decision
     */
    @Transactional
    public Case close(Member by, CaseId id, Outcome outcome, @Nullable String reason) {
        openCase(by.workspace(), id);
        String why = reason == null ? "" : reason.strip();
        switch (outcome) {
            case RESOLVED -> checkLogged(by.workspace(), id);
            case NO_CONTACT_POSSIBLE -> {
                if (why.isEmpty()) {
                    throw Problem.invalid("reason", "problem.closure.reason");
                }
            }
            case PARTED -> {
                if (why.isEmpty()) {
                    throw Problem.invalid("reason", "problem.closure.parted");
                }
                if (find(by.workspace(), id).contactedAt() == null) {
                    throw Problem.conflict("problem.closure.untold");
                }
            }
            case ANSWER_CHANGED -> throw Problem.invalid("outcome", "problem.closure.answerChanged");
        }
        talks.callOff(by, id);
        closures.close(by.workspace(), id, outcome, why, by.id(), clock.instant());
        audit.record(by, "case.closed", id.value());
        return find(by.workspace(), id);
    }

    /** Opens a closed case again; all that was logged stays. */
    @Transactional
    public Case reopen(Member by, CaseId id) {
        find(by.workspace(), id);
        if (!closures.reopen(by, id, clock.instant())) {
            throw Problem.conflict("problem.case.open");
        }
        audit.record(by, "case.reopened", id.value());
        return find(by.workspace(), id);
    }

    public Case find(WorkspaceId workspace, CaseId id) {
        return lists.find(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.case"));
    }

    public Optional<Case> findByResponse(WorkspaceId workspace, ResponseId response) {
        return lists.findByResponse(workspace, response);
    }

    /** Cases by urgency, see {@link CaseList}. */
    public Slice<Case> list(WorkspaceId workspace, Filter filter, Order order, @Nullable UUID after, int limit) {
        return Slice.of(
                lists.list(workspace, filter, order, after, limit + 1, clock.instant()),
                limit,
                one -> one.id().value());
    }

    /** The open cases of these people, the latest first. */
    public List<Open> open(WorkspaceId workspace, Collection<ContactId> contacts) {
        return lists.open(workspace, contacts);
    }

    /** How many open cases have been nobody's for more than 24 hours. */
    public long unassigned(WorkspaceId workspace, ProgramId program) {
        return lists.unassigned(workspace, program, clock.instant());
    }

    public List<Case> ofContact(WorkspaceId workspace, ContactId contact) {
        return lists.ofContact(workspace, contact);
    }

    /** All that was logged, the first first. */
    public List<FollowUp> followUps(WorkspaceId workspace, CaseId id) {
        return repository.followUps(workspace, id);
    }

    /** Every closing and reopening, the first first. */
    public List<Closure> closures(WorkspaceId workspace, CaseId id) {
        return closures.closures(workspace, id);
    }

    /** What still has to be logged before the case can close as resolved. */
    public List<FollowUp.Kind> missing(WorkspaceId workspace, CaseId id) {
        return FollowUp.missing(followUps(workspace, id), closures(workspace, id));
    }

    private void checkLogged(WorkspaceId workspace, CaseId id) {
        List<FollowUp.Kind> missing = missing(workspace, id);
        if (!missing.isEmpty()) {
            throw Problem.invalid(
                    "outcome",
                    "problem.closure.missing",
                    missing.stream().map(FollowUp.Kind::word).collect(Collectors.joining(", ")));
        }
    }

    private Case openCase(WorkspaceId workspace, CaseId id) {
        repository.lock(workspace, id);
        Case known = find(workspace, id);
        if (!known.isOpen()) {
            throw Problem.conflict("problem.case.closed");
        }
        return known;
    }
}
