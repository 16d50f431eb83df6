package org.upturn.server.channels.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.channels.replies.KeptReply;
import org.upturn.server.channels.replies.Replies;
import org.upturn.server.kernel.Slice;
import org.upturn.server.workspaces.Member;

/** Replies to text messages that were not understood, for programs. */
@RestController
@RequestMapping("/api/v1/replies")
class RepliesApi {
    private final Replies replies;

    RepliesApi(Replies replies) {
        this.replies = replies;
    }

    /** @param handledAt null while nobody has seen to it */
    record ReplyItem(
            UUID id,
            UUID contact,
            String words,
            String outcome,
            Instant receivedAt,
            @Nullable UUID handledBy,
            @Nullable Instant handledAt) {
        static ReplyItem of(KeptReply one) {
            return new ReplyItem(
                    one.id(),
                    one.contact().value(),
                    one.words(),
                    one.outcome(),
                    one.receivedAt(),
                    one.handled() == null ? null : one.handled().by().value(),
                    one.handled() == null ? null : one.handled().at());
        }
    }

    @GetMapping
    Slice<ReplyItem> list(
            Member member,
            @RequestParam(defaultValue = "false") boolean handled,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return replies.kept(member.workspace(), handled, after, Slice.limit(limit))
                .map(ReplyItem::of);
    }

    @PutMapping("/{reply}/handling")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handle(Member member, @PathVariable UUID reply) {
        replies.handle(member, reply);
    }

    @DeleteMapping("/{reply}/handling")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(Member member, @PathVariable UUID reply) {
        replies.reopen(member, reply);
    }
}
