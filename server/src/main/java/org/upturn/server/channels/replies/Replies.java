package org.upturn.server.channels.replies;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.ContactErased;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.clean.Phones;
import org.upturn.server.invitations.Channel;
import org.upturn.server.invitations.Invited;
import org.upturn.server.invitations.outbox.Suppressions;
import org.upturn.server.invitations.outbox.TextFates;
import org.upturn.server.invitations.texts.ShortTexts;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Given;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** Takes replies to text messages: each once, and none of a number that we do not know. */
@Service
public class Replies {
    /** More than any phone sends. */
    private static final int LONGEST = 5_000;

    private final ReplyRepository repository;
    private final TextFates fates;
    private final Suppressions suppressions;
    private final Responses responses;
    private final ShortTexts texts;
    private final Contacts contacts;
    private final AuditLog audit;
    private final Clock clock;

    Replies(
            ReplyRepository repository,
            TextFates fates,
            Suppressions suppressions,
            Responses responses,
            ShortTexts texts,
            Contacts contacts,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.fates = fates;
        this.suppressions = suppressions;
        this.responses = responses;
        this.texts = texts;
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param id the gateway's own, the same when it tells it again */
    public record Told(String from, String text, String id) {}

    /** @return whether it came from a number that we know */
    @Transactional
    public boolean take(WorkspaceId workspace, Told told) {
        String number = Phones.of(told.from(), null).key();
        Optional<TextFates.Holder> holder = fates.holder(workspace, number);
        if (holder.isPresent()) {
            UUID id = repository.claim(workspace, holder.get(), told.id(), clock.instant());
            if (id != null) {
                String text = told.text().replace("\0", "").strip();
                String words = text.substring(0, Math.min(text.length(), LONGEST));
                String outcome = outcome(workspace, number, holder.get().invited(), Reply.read(words), words);
                boolean kept = outcome.equals("unclear") || outcome.equals("late");
                repository.note(workspace, id, outcome, kept ? words : "");
            }
        }
        return holder.isPresent();
    }

    private String outcome(WorkspaceId workspace, String number, @Nullable Invited invited, Reply reply, String text) {
        return switch (reply) {
            case Reply.Stop() -> {
                suppressions.stop(workspace, number);
                yield "stopped";
            }
            case Reply.Start() -> {
                suppressions.start(workspace, number);
                yield "started";
            }
            case Reply.Scored(Score score, String words) -> answer(invited, score, words);
            case Reply.Words(String words) -> why(invited, words);
            case Reply.Unclear() -> "unclear";
        };
    }

    /** A number alone changes the score and leaves the words. */
    private String answer(@Nullable Invited invited, Score score, String words) {
        if (invited == null || responses.refusal(invited).isPresent()) {
            return "late";
        }
        Optional<Response> known = responses.findByInvitation(invited);
        store(invited, score, words.isEmpty() ? known.map(Response::verbatim).orElse("") : words, known);
        return "answered";
    }

    /** Words alone add to an answer that has a score; people send a thought in two messages. */
    private String why(@Nullable Invited invited, String words) {
        if (invited == null || responses.refusal(invited).isPresent()) {
            return "late";
        }
        Optional<Response> known = responses.findByInvitation(invited);
        if (known.isEmpty()) {
            return "unclear";
        }
        String before = known.get().verbatim();
        store(invited, known.get().score(), before.isEmpty() ? words : before + "\n" + words, known);
        return "answered";
    }

    private void store(Invited invited, Score score, String words, Optional<Response> known) {
        var wave = texts.ofWave(invited.workspace(), invited.wave());
        String language = known.map(Response::language)
                .orElseGet(() -> wave.texts()
                        .spoken(contacts.find(invited.workspace(), invited.contact())
                                .language()));
        String fitting = words.substring(0, Math.min(words.length(), Responses.LONGEST_VERBATIM));
        var given =
                new Given(score, fitting, language, known.map(Response::answers).orElse(Map.of()));
        responses.answer(invited, given, Channel.SMS);
    }

    /** Those that only a person can understand, the latest first. @param handled those that somebody has seen to */
    public Slice<KeptReply> kept(WorkspaceId workspace, boolean handled, @Nullable UUID after, int limit) {
        return Slice.of(repository.kept(workspace, handled, after, limit + 1), limit, KeptReply::id);
    }

    /** Somebody has seen to it: it stands no more among those to look at. */
    @Transactional
    public void handle(Member by, UUID reply) {
        note(by, reply, repository.handle(by.workspace(), reply, by, clock.instant()), "reply.handled");
    }

    /** It stands among those to look at again. */
    @Transactional
    public void reopen(Member by, UUID reply) {
        note(by, reply, repository.handle(by.workspace(), reply, null, null), "reply.reopened");
    }

    private void note(Member by, UUID reply, boolean found, String action) {
        if (!found) {
            throw Problem.notFound("problem.unknown.reply");
        }
        audit.record(by, action, reply);
    }

    @EventListener
    void on(ContactErased erased) {
        repository.forget(erased.workspace(), erased.contact());
    }
}
