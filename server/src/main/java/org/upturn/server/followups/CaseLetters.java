package org.upturn.server.followups;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.engine.guard.Finding;
import org.upturn.engine.guard.FirstSentence;
import org.upturn.engine.guard.Quotes;
import org.upturn.engine.guard.Said;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.Invited;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.MailWriter;
import org.upturn.server.invitations.outbox.Skip;
import org.upturn.server.invitations.personal.PersonalMail;
import org.upturn.server.invitations.personal.PersonalMails;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Responses;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspaces;

/** The door to letters: writes them with the guard at hand, sends them through the outbox, takes them back. */
@Service
public class CaseLetters {
    /** How long a letter waits before it goes, so that it can be taken back. */
    public static final Duration UNDO = Duration.ofSeconds(10);

    public static final int LONGEST_SENTENCE = 500;

    /** The one refusal with which a letter can still go, by the writer's own mail program. */
    public static final String NO_SERVER = "settings";

    private final LetterRepository letters;
    private final CaseReplyRepository replies;
    private final LetterDrafts drafts;
    private final SaidOf said;
    private final LetterCalendar calendar;
    private final Cases cases;
    private final Responses responses;
    private final Invitations invitations;
    private final MailSetup setup;
    private final PersonalMails mails;
    private final Workspaces workspaces;
    private final AuditLog audit;
    private final Clock clock;

    CaseLetters(
            LetterRepository letters,
            CaseReplyRepository replies,
            LetterDrafts drafts,
            SaidOf said,
            LetterCalendar calendar,
            Cases cases,
            Responses responses,
            Invitations invitations,
            MailSetup setup,
            PersonalMails mails,
            Workspaces workspaces,
            AuditLog audit,
            Clock clock) {
        this.letters = letters;
        this.replies = replies;
        this.drafts = drafts;
        this.said = said;
        this.calendar = calendar;
        this.cases = cases;
        this.responses = responses;
        this.invitations = invitations;
        this.setup = setup;
        this.mails = mails;
        this.workspaces = workspaces;
        this.audit = audit;
        this.clock = clock;
    }

    /** Why no letter can go to this person now, as a key of {@code letter.no.…}; empty when one can. */
    public Optional<String> refusal(WorkspaceId workspace, CaseId id) {
        Case item = cases.find(workspace, id);
        if (!item.isOpen()) {
            return Optional.of("closed");
        }
        return mails.refusal(invited(workspace, item))
                .map(Skip::word)
                .or(() -> setup.find(workspace).isEmpty() ? Optional.of(NO_SERVER) : Optional.empty());
    }

    /** Whether answers come back onto the record; otherwise they go to whoever wrote. */
    public boolean answersComeBack(WorkspaceId workspace) {
        return setup.find(workspace).map(found -> found.mailbox() != null).orElse(false);
    }

    /** The template filled for this person, with no first sentence yet. */
    public LetterDraft draft(Member by, CaseId id) {
        return drafts.of(by, cases.find(by.workspace(), id), ofCase(by.workspace(), id));
    }

    /** Sentences to begin with, made of what was said; never sent without a person (S3-24). */
    public List<String> suggestions(WorkspaceId workspace, CaseId id) {
        Case item = cases.find(workspace, id);
        return drafts.sentences(workspace, item, Quotes.of(said.answerOf(workspace, item)));
    }

    /** What was said, as letters are held against it. */
    public Said said(WorkspaceId workspace, CaseId id) {
        return said.of(workspace, cases.find(workspace, id));
    }

    /** What the guard makes of a first sentence for this person. */
    public Finding check(WorkspaceId workspace, CaseId id, String sentence) {
        Case item = cases.find(workspace, id);
        return FirstSentence.check(sentence, said.of(workspace, item), said.sense(workspace, item));
    }

    /** @throws Problem that says why, where this first sentence would not pass */
    public void refuse(WorkspaceId workspace, CaseId id, String sentence) {
        if (check(workspace, id, sentence) instanceof Finding.Refused refused) {
            throw Refusals.problem(refused);
        }
    }

    /**
     * Puts a letter into the outbox; it goes when {@link #UNDO} is over.
     *
     * @throws Problem where its first sentence names nothing that the person said, or no mail can go to them
     */
    @Transactional
    public CaseLetter send(Member by, CaseId id, LetterDraft told) {
        Case item = cases.find(by.workspace(), id);
        LetterDraft draft = checked(drafts.filled(by, item, told));
        refusal(by.workspace(), id).ifPresent(why -> {
            throw Problem.conflict("problem.letter.no." + why);
        });
        refuse(by.workspace(), id, draft.firstSentence());
        MailSettings settings = setup.of(by.workspace());
        String replyTo =
                settings.mailbox() == null ? by.email() : settings.sender().bounces();
        String language = responses.find(by.workspace(), item.response()).language();
        String from = by.name() + ", " + workspaces.find(by.workspace()).name();
        var mail = new PersonalMail(
                from,
                replyTo,
                language,
                draft.subject(),
                draft.text(),
                calendar.of(by, id, language),
                thread(by.workspace(), item, settings));
        Instant now = clock.instant();
        UUID letter = mails.queue(invited(by.workspace(), item), mail, now.plus(UNDO));
        letters.insert(by, letter, id, draft, now);
        audit.record(by, "case.letter.written", id.value());
        return find(by.workspace(), id, letter);
    }

    /**
     * A letter as the writer sends it from a mail program of their own, where no mail server is set up; nothing of it is
     * kept until they log that it went.
     *
     * @throws Problem as {@link #send}
     */
    public LetterDraft byHand(Member by, CaseId id, LetterDraft told) {
        LetterDraft draft = checked(drafts.filled(by, cases.find(by.workspace(), id), told));
        refusal(by.workspace(), id).filter(why -> !why.equals(NO_SERVER)).ifPresent(why -> {
            throw Problem.conflict("problem.letter.no." + why);
        });
        refuse(by.workspace(), id, draft.firstSentence());
        return draft;
    }

    /** Takes a letter back that has not gone. */
    @Transactional
    public CaseLetter takeBack(Member by, CaseId id, UUID letter) {
        CaseLetter known = find(by.workspace(), id, letter);
        if (known.takenBackAt() == null) {
            if (!mails.stop(by.workspace(), letter)) {
                throw Problem.conflict("problem.letter.gone");
            }
            letters.markTakenBack(by.workspace(), letter, clock.instant());
            audit.record(by, "case.letter.taken-back", id.value());
        }
        return find(by.workspace(), id, letter);
    }

    /** The first first. */
    public List<CaseLetter> ofCase(WorkspaceId workspace, CaseId id) {
        return letters.ofCase(workspace, id);
    }

    public CaseLetter find(WorkspaceId workspace, CaseId id, UUID letter) {
        return letters.find(workspace, letter)
                .filter(one -> one.caseId().equals(id))
                .orElseThrow(() -> Problem.notFound("problem.unknown.letter"));
    }

    /**
     * What the letter answers. The first is an id that no mail has: the case’s, at the root, so that an answer finds home even
     * where a mail service gave the letter another Message-ID.
     */
    private List<String> thread(WorkspaceId workspace, Case item, MailSettings settings) {
        record Sent(Instant at, String messageId) {}
        var before = new ArrayList<Sent>();
        letters.ofCase(workspace, item.id()).stream()
                .filter(one -> one.takenBackAt() == null)
                .forEach(one -> before.add(new Sent(one.writtenAt(), one.mail().messageId())));
        replies.ofCase(workspace, item.id()).stream()
                .filter(one -> !one.automatic() && one.messageId().matches("<[^<>\\s]{1,250}>"))
                .forEach(one -> before.add(new Sent(one.receivedAt(), one.messageId())));
        String root = MailWriter.messageId(item.id().value(), settings.sender().domain());
        List<String> latest = before.stream()
                .sorted(java.util.Comparator.comparing(Sent::at))
                .map(Sent::messageId)
                .toList();
        return Stream.concat(Stream.of(root), latest.subList(Math.max(0, latest.size() - 10), latest.size()).stream())
                .toList();
    }

    private static LetterDraft checked(LetterDraft told) {
        String sentence = told.firstSentence().replaceAll("\\p{Cntrl}+", " ").strip();
        if (sentence.length() > LONGEST_SENTENCE) {
            throw Problem.invalid("firstSentence", "problem.letter.long", LONGEST_SENTENCE);
        }
        String rest = told.rest().replace("\0", "").replace("\r\n", "\n").strip();
        if (rest.length() > LetterTexts.LONGEST_REST) {
            throw Problem.invalid("rest", "problem.letter.rest", LetterTexts.LONGEST_REST);
        }
        return new LetterDraft(
                LetterTexts.line("subject", told.subject()),
                LetterTexts.line("greeting", told.greeting()),
                sentence,
                rest);
    }

    private Invited invited(WorkspaceId workspace, Case item) {
        return invitations.ofAnswer(workspace, item.wave(), item.contact());
    }
}
