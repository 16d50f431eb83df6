package org.upturn.server.followups;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.CaseNews;
import org.upturn.server.cases.Cases;
import org.upturn.server.followups.incoming.IncomingMail;
import org.upturn.server.invitations.bounces.MailArrived;
import org.upturn.server.invitations.outbox.MailFates;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;

/**
 * Brings answers onto the record. A mail is one when it answers a letter of a case, or any other mail that we sent to the
 * person of a case about that wave; it says so itself (RFC 5322, 3.6.4). Everything else stays in the mailbox.
 */
@Component
class TakeReplies {
    private static final Logger LOG = LoggerFactory.getLogger(TakeReplies.class);

    private final CaseReplyRepository replies;
    private final LetterRepository letters;
    private final MailFates fates;
    private final Responses responses;
    private final Cases cases;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TakeReplies(
            CaseReplyRepository replies,
            LetterRepository letters,
            MailFates fates,
            Responses responses,
            Cases cases,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.replies = replies;
        this.letters = letters;
        this.fates = fates;
        this.responses = responses;
        this.cases = cases;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A mail that cannot be read stays where it is; it must not keep us from reading those behind it. */
    @EventListener
    void on(MailArrived arrived) {
        try {
            List<UUID> answered = IncomingMail.answers(arrived.mail());
            Optional<CaseId> about = answered.stream()
                    .flatMap(id -> caseOf(arrived.workspace(), id).stream())
                    .findFirst();
            if (about.isPresent()) {
                take(arrived.workspace(), about.get(), arrived.mail());
            }
        } catch (MessagingException | IOException | IllegalArgumentException unreadable) {
            LOG.info(
                    "An answer in the mailbox could not be read: {}",
                    unreadable.getClass().getSimpleName());
        }
    }

    private void take(WorkspaceId workspace, CaseId about, MimeMessage mail) throws MessagingException, IOException {
        IncomingMail read = IncomingMail.read(mail);
        var reply = new Reply(
                Ids.next(),
                about,
                read.messageId(),
                read.sender(),
                read.subject(),
                read.words(),
                read.quoted(),
                read.automatic(),
                read.attachments(),
                read.sentAt(),
                clock.instant(),
                null);
        transaction.executeWithoutResult(status -> {
            if (replies.insert(workspace, reply, read.key()) && !reply.automatic()) {
                var owner = cases.find(workspace, about).owner();
                events.publishEvent(new CaseNews(workspace, about, CaseNews.Kind.REPLIED, owner, null));
            }
        });
    }

    private Optional<CaseId> caseOf(WorkspaceId workspace, UUID mail) {
        return letters.caseOf(workspace, mail)
                .or(() -> fates.findInvited(workspace, mail)
                        .flatMap(responses::findByInvitation)
                        .map(Response::id)
                        .flatMap(response -> cases.findByResponse(workspace, response))
                        .map(Case::id));
    }
}
