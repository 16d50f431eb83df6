package org.upturn.server.followups.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.followups.Conversation;
import org.upturn.server.followups.Conversations;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;

/** Calls and meetings of a case, for programs. */
@RestController
@RequestMapping("/api/v1/cases/{id}/conversations")
class ConversationsApi {
    private final Cases cases;
    private final Conversations conversations;
    private final Clock clock;

    ConversationsApi(Cases cases, Conversations conversations, Clock clock) {
        this.cases = cases;
        this.conversations = conversations;
        this.clock = clock;
    }

    record Item(
            UUID id,
            String kind,
            Instant heldAt,
            String people,
            String notes,
            String by,
            String state,
            @Nullable UUID followUp) {
        static Item of(Conversation one, Instant now) {
            return new Item(
                    one.id(),
                    one.kind().word(),
                    one.heldAt(),
                    one.people(),
                    one.notes(),
                    one.by(),
                    one.state(now),
                    one.logged());
        }
    }

    record Items(List<Item> items) {}

    record NewConversation(
            @Nullable String kind,
            @Nullable Instant heldAt,
            @Nullable String people,
            @Nullable String notes) {}

    record NewOutcome(@Nullable Boolean held) {}

    record NewNotes(@Nullable String notes) {}

    @GetMapping
    Items list(Member member, @PathVariable UUID id) {
        CaseId known = cases.find(member.workspace(), new CaseId(id)).id();
        return new Items(conversations.ofCase(member.workspace(), known).stream()
                .map(one -> Item.of(one, clock.instant()))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Item add(Member member, @PathVariable UUID id, @RequestBody NewConversation told) {
        CaseId known = cases.find(member.workspace(), new CaseId(id)).id();
        if (told.heldAt() == null) {
            throw Problem.invalid("heldAt", "problem.conversation.time");
        }
        var kind = Conversation.Kind.of(told.kind() == null ? "" : told.kind());
        var conversation = new Conversations.Told(kind, told.heldAt(), told.people(), told.notes());
        return Item.of(conversations.add(member, known, conversation), clock.instant());
    }

    @PostMapping("/{conversation}/notes")
    Item note(Member member, @PathVariable UUID id, @PathVariable UUID conversation, @RequestBody NewNotes told) {
        return Item.of(conversations.note(member, new CaseId(id), conversation, told.notes()), clock.instant());
    }

    @PostMapping("/{conversation}/outcome")
    Item settle(Member member, @PathVariable UUID id, @PathVariable UUID conversation, @RequestBody NewOutcome told) {
        if (told.held() == null) {
            throw Problem.invalid("held", "problem.conversation.held");
        }
        return Item.of(conversations.settle(member, new CaseId(id), conversation, told.held()), clock.instant());
    }

    @DeleteMapping("/{conversation}")
    Item callOff(Member member, @PathVariable UUID id, @PathVariable UUID conversation) {
        return Item.of(conversations.callOff(member, new CaseId(id), conversation), clock.instant());
    }
}
