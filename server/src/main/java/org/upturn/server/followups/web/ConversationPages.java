package org.upturn.server.followups.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.followups.Conversation;
import org.upturn.server.followups.Conversations;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;

/** Calls and meetings of a case. */
@Controller
@RequestMapping("/cases/{id}/conversations")
class ConversationPages {
    private final Cases cases;
    private final Conversations conversations;
    private final Workspaces workspaces;

    ConversationPages(Cases cases, Conversations conversations, Workspaces workspaces) {
        this.cases = cases;
        this.conversations = conversations;
        this.workspaces = workspaces;
    }

    /** @param heldAt day and time by the workspace’s clock */
    @PostMapping
    ResponseEntity<Void> add(
            Member member,
            @PathVariable UUID id,
            @RequestParam String kind,
            @RequestParam String heldAt,
            @RequestParam(defaultValue = "") String people,
            @RequestParam(defaultValue = "") String notes) {
        CaseId known = cases.find(member.workspace(), new CaseId(id)).id();
        conversations.add(
                member, known, new Conversations.Told(Conversation.Kind.of(kind), time(member, heldAt), people, notes));
        return Redirect.to("/cases/" + id + "/letters");
    }

    @PostMapping("/{conversation}/notes")
    ResponseEntity<Void> note(
            Member member, @PathVariable UUID id, @PathVariable UUID conversation, @RequestParam String notes) {
        conversations.note(member, new CaseId(id), conversation, notes);
        return Redirect.to("/cases/" + id + "/letters");
    }

    @PostMapping("/{conversation}/cancellation")
    ResponseEntity<Void> callOff(Member member, @PathVariable UUID id, @PathVariable UUID conversation) {
        conversations.callOff(member, new CaseId(id), conversation);
        return Redirect.to("/cases/" + id + "/letters");
    }

    private Instant time(Member member, String told) {
        try {
            return LocalDateTime.parse(told)
                    .atZone(workspaces.find(member.workspace()).timeZone())
                    .toInstant();
        } catch (DateTimeException unknown) {
            throw Problem.invalid("heldAt", "problem.conversation.time");
        }
    }
}
