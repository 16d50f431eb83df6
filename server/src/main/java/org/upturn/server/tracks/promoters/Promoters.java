package org.upturn.server.tracks.promoters;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.engine.guard.Finding;
import org.upturn.engine.guard.FirstSentence;
import org.upturn.server.followups.Refusals;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.Invited;
import org.upturn.server.invitations.outbox.Letters;
import org.upturn.server.invitations.outbox.Skip;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The door of the promoters' track: who they are, and thanks to them, once for an answer (S3-16, S2-05). */
@Service
public class Promoters {
    /** As many as can be thanked at once on the page. */
    public static final int MOST = 200;

    static final int LONGEST_LINE = 200;
    static final int LONGEST_SENTENCE = 500;
    static final int LONGEST_REST = 5_000;
    /** A mail that could not go for so long does not go any more: thanks that come late are none. */
    private static final Duration STOPS_AFTER = Duration.ofDays(14);

    private final PromoterRepository repository;
    private final Advocates advocates;
    private final ThanksWords words;
    private final Letters letters;
    private final Invitations invitations;
    private final Responses responses;
    private final AuditLog audit;
    private final Clock clock;

    Promoters(
            PromoterRepository repository,
            Advocates advocates,
            ThanksWords words,
            Letters letters,
            Invitations invitations,
            Responses responses,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.advocates = advocates;
        this.words = words;
        this.letters = letters;
        this.invitations = invitations;
        this.responses = responses;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of thanking many. */
    public record Sent(int sent, int skipped) {}

    /** The promoters of a wave, whom nobody has thanked first. */
    public List<Promoter> list(WorkspaceId workspace, Wave wave, int limit) {
        return repository.list(workspace, wave, limit);
    }

    public PromoterFigures figures(WorkspaceId workspace, Wave wave) {
        return repository.figures(workspace, wave);
    }

    /** Whether mails can be sent at all. */
    public boolean mails(WorkspaceId workspace) {
        return letters.ready(workspace);
    }

    /** Thanks for this answer as they would go, begun with what the person praised. @throws Problem where it is no promoter's */
    public ThanksDraft draft(WorkspaceId workspace, ResponseId id) {
        return words.draft(workspace, promoter(workspace, id));
    }

    /** Why no mail can go to this person now, as a key of {@code letters.no.…}; empty when one can. */
    public Optional<String> refusal(WorkspaceId workspace, ResponseId id) {
        if (!letters.ready(workspace)) {
            return Optional.of("settings");
        }
        return letters.refusal(invited(workspace, responses.find(workspace, id)))
                .map(Skip::word);
    }

    /**
     * Thanks by mail, once for an answer, with the link to the person's page.
     *
     * @throws Problem where they were thanked, no mail may go to them, or the first sentence names nothing that they said
     */
    @Transactional
    public void send(Member by, ResponseId id, ThanksDraft told) {
        Response answer = promoter(by.workspace(), id);
        ThanksDraft draft = checked(told);
        refusal(by.workspace(), id).ifPresent(why -> {
            throw Problem.conflict("problem.letter.no." + why);
        });
        if (words.quote(by.workspace(), answer).isPresent()
                && FirstSentence.check(draft.firstSentence(), words.said(by.workspace(), answer))
                        instanceof Finding.Refused refused) {
            throw Refusals.problem(refused);
        }
        Advocate advocate = keep(by, answer, draft.firstSentence(), "mail");
        letters.queue(
                invited(by.workspace(), answer),
                Advocates.target(advocate.id()),
                words.note(answer, draft),
                clock.instant().plus(STOPS_AFTER));
    }

    /** Thanks those of these whom nobody has thanked, each beginning as suggested; whom no mail may reach is left out. */
    @Transactional
    public Sent sendAll(Member by, ProgramId program, List<ResponseId> chosen) {
        if (chosen.isEmpty() || chosen.size() > MOST) {
            throw Problem.invalid("responses", "problem.thanks.many", MOST);
        }
        int sent = 0;
        for (ResponseId id : chosen) {
            Response answer = promoter(by.workspace(), id);
            if (!answer.program().equals(program)) {
                throw Problem.notFound("problem.unknown.response");
            }
            if (!repository.isThanked(by.workspace(), id)
                    && refusal(by.workspace(), id).isEmpty()) {
                send(by, id, words.draft(by.workspace(), answer));
                sent++;
            }
        }
        return new Sent(sent, chosen.size() - sent);
    }

    /** Notes that a member thanked in person and hands the link over. @return the path of the person's page */
    @Transactional
    public String handOver(Member by, ResponseId id) {
        return advocates.path(keep(by, promoter(by.workspace(), id), "", "hand").id());
    }

    private Advocate keep(Member by, Response answer, String sentence, String way) {
        Advocate advocate = advocates.of(by.workspace(), answer.program(), answer.contact());
        Instant now = clock.instant();
        if (!repository.insert(by, advocate, answer.id(), sentence, way, now)) {
            throw Problem.conflict("problem.thanks.once");
        }
        audit.record(by, "promoter.thanked", answer.id().value());
        return advocate;
    }

    private Response promoter(WorkspaceId workspace, ResponseId id) {
        Response answer = responses.find(workspace, id);
        if (answer.score().group() != Group.PROMOTER) {
            throw Problem.conflict("problem.thanks.promoter");
        }
        return answer;
    }

    private Invited invited(WorkspaceId workspace, Response answer) {
        return invitations.ofAnswer(workspace, answer.wave(), answer.contact());
    }

    private static ThanksDraft checked(ThanksDraft told) {
        String rest = told.rest().replace("\0", "").replace("\r\n", "\n").strip();
        if (rest.length() > LONGEST_REST) {
            throw Problem.invalid("rest", "problem.letter.rest", LONGEST_REST);
        }
        return new ThanksDraft(
                line("subject", told.subject(), LONGEST_LINE),
                line("greeting", told.greeting(), LONGEST_LINE),
                line("firstSentence", told.firstSentence(), LONGEST_SENTENCE),
                rest);
    }

    private static String line(String field, String told, int longest) {
        String line = told.replaceAll("\\p{Cntrl}+", " ").strip();
        if (line.isEmpty() || line.length() > longest) {
            throw Problem.invalid(field, "problem.letter.line", longest);
        }
        return line;
    }
}
