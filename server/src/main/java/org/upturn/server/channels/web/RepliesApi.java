package org.upturn.server.channels.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
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

    record ReplyItem(UUID id, UUID contact, String words, String outcome, Instant receivedAt) {}

    @GetMapping
    Slice<ReplyItem> list(
            Member member,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return replies.kept(member.workspace(), after, Slice.limit(limit))
                .map(one ->
                        new ReplyItem(one.id(), one.contact().value(), one.words(), one.outcome(), one.receivedAt()));
    }
}
