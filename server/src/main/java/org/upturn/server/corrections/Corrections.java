package org.upturn.server.corrections;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.Invited;
import org.upturn.server.invitations.mail.Note;
import org.upturn.server.invitations.outbox.Letters;
import org.upturn.server.invitations.outbox.Skip;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.surveys.questions.Kind;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The door of the room: asks people once more, and knows what came of it. */
@Service
public class Corrections {
    /** The first part of a correction link's path; also what its token is made for. */
    static final String PREFIX = "/c/";

    private static final Instant EVER = Instant.parse("0001-01-01T00:00:00Z");
    private static final int AT_ONCE = 5_000;
    private static final int LISTED = 200;

    private final CorrectionRepository repository;
    private final CorrectionCourses courses;
    private final Candidates candidates;
    private final CorrectionWords texts;
    private final Letters letters;
    private final Invitations invitations;
    private final Responses responses;
    private final Surveys surveys;
    private final AuditLog audit;
    private final Clock clock;

    Corrections(
            CorrectionRepository repository,
            CorrectionCourses courses,
            Candidates candidates,
            CorrectionWords texts,
            Letters letters,
            Invitations invitations,
            Responses responses,
            Surveys surveys,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.courses = courses;
        this.candidates = candidates;
        this.texts = texts;
        this.letters = letters;
        this.invitations = invitations;
        this.responses = responses;
        this.surveys = surveys;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks one person about one part. @throws Problem where a mail may not go, or another request is open */
    @Transactional
    public Correction ask(Member by, ResponseId id, Request request) {
        return ask(by, id, request, false);
    }

    /** @param evenLately whether they may have been written to lately, as somebody who waits for an answer of ours */
    @Transactional
    public Correction ask(Member by, ResponseId id, Request request, boolean evenLately) {
        Response response = responses.find(by.workspace(), id);
        String part = checked(by.workspace(), response, request);
        courses.expire(by.workspace(), id, clock.instant());
        if (request.mail()) {
            refusal(by.workspace(), response)
                    .filter(skip -> !evenLately || skip != Skip.RECENT)
                    .ifPresent(skip -> {
                        throw Problem.conflict("problem.correction.skipped." + skip.word());
                    });
        }
        var author = new Correction.By(by.id(), null, response.version());
        Correction made = Correction.asked(response, request, part, author, null, clock.instant());
        if (!store(by.workspace(), response, made)) {
            throw Problem.conflict("problem.correction.open");
        }
        audit.record(by, "correction.asked", made.id().value());
        return made;
    }

    /** Asks by mail whoever in a wave has the same thing missing or confusing; nobody twice for the same reason. */
    @Transactional
    public Asked askAll(Member by, WaveId wave, RuleKind whom, @Nullable String words, @Nullable Integer days) {
        Wave known = surveys.wave(by.workspace(), wave);
        if (whom == RuleKind.EMAIL) {
            throw Problem.invalid("kind", "problem.correction.kind");
        }
        if (!letters.ready(by.workspace())) {
            throw Problem.conflict("problem.correction.noMail");
        }
        var request = new Request(whom.reason(), null, words, true, days);
        request.check();
        var where = new Candidates.Where(known.program(), wave, EVER, clock.instant(), false);
        int asked = 0;
        var skipped = new EnumMap<Skip, Integer>(Skip.class);
        for (var one : candidates.find(by.workspace(), whom, where, AT_ONCE)) {
            Response response = responses.find(by.workspace(), one.response());
            Skip skip = refusal(by.workspace(), response).orElse(null);
            var author = new Correction.By(by.id(), null, response.version());
            var told = Correction.asked(response, request, whom.reason().part(), author, skip, clock.instant());
            if (store(by.workspace(), response, told)) {
                if (skip == null) {
                    asked++;
                } else {
                    skipped.merge(skip, 1, Integer::sum);
                }
            }
        }
        audit.record(by, "correction.asked.wave", wave.value());
        return new Asked(asked, skipped);
    }

    /** A rule asks; false when something else was quicker. Where no mail can go a member hands the link over. */
    @Transactional
    boolean askBy(WorkspaceId workspace, RuleKind rule, ResponseId id, int days) {
        Response response = responses.find(workspace, id);
        Skip skip = !letters.ready(workspace)
                ? Skip.NO_ADDRESS
                : refusal(workspace, response).orElse(null);
        boolean mail = rule != RuleKind.EMAIL && skip != Skip.NO_ADDRESS;
        var request = new Request(rule.reason(), null, null, mail, days);
        courses.expire(workspace, id, clock.instant());
        var author = new Correction.By(null, rule, response.version());
        var told =
                Correction.asked(response, request, rule.reason().part(), author, mail ? skip : null, clock.instant());
        return store(workspace, response, told);
    }

    private boolean store(WorkspaceId workspace, Response response, Correction told) {
        boolean stored = repository.insert(workspace, told, token(told.id()));
        if (stored && told.mail() && told.course().outcome() == null) {
            letters.queue(
                    invited(workspace, response),
                    target(told.id()),
                    texts.note(told.reason(), told.words(), response.language()),
                    told.course().expiresAt());
        }
        return stored;
    }

    private String checked(WorkspaceId workspace, Response response, Request request) {
        request.check();
        if (request.reason() != Reason.QUESTION) {
            return request.reason().part();
        }
        String part = request.part() == null ? "" : request.part();
        boolean known = part.equals(Correction.WHY)
                || part.equals(Correction.SCORE)
                || surveys.survey(workspace, response.survey())
                        .questionnaire()
                        .question(part)
                        .filter(one -> one.kind() != Kind.FILE)
                        .isPresent();
        if (!known) {
            throw Problem.invalid("question", "problem.correction.question");
        }
        return part;
    }

    /** Why a mail about this answer may not go now; empty when it may. */
    public Optional<Skip> refusal(WorkspaceId workspace, Response response) {
        if (!letters.ready(workspace)) {
            return Optional.of(Skip.NO_ADDRESS);
        }
        return letters.refusal(invited(workspace, response));
    }

    /** Whether this workspace can send mails at all. */
    public boolean mails(WorkspaceId workspace) {
        return letters.ready(workspace);
    }

    /** The mail as it would go. */
    public Note preview(Response response, Reason reason, String words) {
        return texts.note(reason, words, response.language());
    }

    /** The link does not work any more, and a mail that waits does not go. */
    @Transactional
    public void withdraw(Member by, ResponseId response, CorrectionId id) {
        boolean known = ofResponse(by.workspace(), response).stream()
                .anyMatch(one -> one.id().equals(id));
        if (!known) {
            throw Problem.notFound("problem.unknown.correction");
        }
        if (!courses.end(by.workspace(), id, "withdrawn", clock.instant())) {
            throw Problem.conflict("problem.correction.over");
        }
        letters.stop(by.workspace(), id.value(), Skip.OVER);
        audit.record(by, "correction.withdrawn", id.value());
    }

    /** What was asked about an answer, the latest first. */
    public List<Correction> ofResponse(WorkspaceId workspace, ResponseId response) {
        responses.find(workspace, response);
        return repository.list(workspace, response, null, null, LISTED);
    }

    /** What a person was asked, the latest first. */
    public List<Correction> ofContact(WorkspaceId workspace, ContactId contact) {
        return repository.list(workspace, null, contact, null, LISTED);
    }

    /** What waits for a member to hand a link over, the oldest first. */
    public List<Correction> waitingForAPerson(WorkspaceId workspace, ProgramId program) {
        return repository.waitingForAPerson(workspace, program, clock.instant(), LISTED);
    }

    /** The path of the link. */
    public String path(CorrectionId id) {
        return letters.path(target(id));
    }

    private String token(CorrectionId id) {
        return path(id).substring(PREFIX.length());
    }

    private static Letters.Target target(CorrectionId id) {
        return new Letters.Target(PREFIX, id.value());
    }

    private Invited invited(WorkspaceId workspace, Response response) {
        return invitations.ofAnswer(workspace, response.wave(), response.contact());
    }
}
