package org.upturn.server.followups.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.followups.CalendarFile;
import org.upturn.server.followups.Conversation;
import org.upturn.server.followups.Conversations;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;

/** Calls and meetings of a case. */
@Controller
@RequestMapping("/cases/{id}/conversations")
class ConversationPages {
    private final Cases cases;
    private final Conversations conversations;
    private final Contacts contacts;
    private final Workspaces workspaces;
    private final Clock clock;

    ConversationPages(Cases cases, Conversations conversations, Contacts contacts, Workspaces workspaces, Clock clock) {
        this.cases = cases;
        this.conversations = conversations;
        this.contacts = contacts;
        this.workspaces = workspaces;
        this.clock = clock;
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
        return back(id);
    }

    @PostMapping("/{conversation}/notes")
    ResponseEntity<Void> note(
            Member member, @PathVariable UUID id, @PathVariable UUID conversation, @RequestParam String notes) {
        conversations.note(member, new CaseId(id), conversation, notes);
        return back(id);
    }

    @PostMapping("/{conversation}/cancellation")
    ResponseEntity<Void> callOff(Member member, @PathVariable UUID id, @PathVariable UUID conversation) {
        conversations.callOff(member, new CaseId(id), conversation);
        return back(id);
    }

    /** One press says whether it took place. */
    @PostMapping("/{conversation}/outcome")
    ResponseEntity<Void> settle(
            Member member, @PathVariable UUID id, @PathVariable UUID conversation, @RequestParam boolean held) {
        conversations.settle(member, new CaseId(id), conversation, held);
        return back(id);
    }

    /** For the calendar of whoever leads it. */
    @GetMapping("/{conversation}/calendar.ics")
    ResponseEntity<String> calendar(Page page, Member member, @PathVariable UUID id, @PathVariable UUID conversation) {
        Case item = cases.find(member.workspace(), new CaseId(id));
        Conversation known = conversations.find(member.workspace(), item.id(), conversation);
        String name = contacts.find(member.workspace(), item.contact()).name();
        var file = new CalendarFile(
                known,
                page.text("conversation.calendar." + known.kind().word(), name),
                known.people(),
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + "/cases/" + id);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + known.kind().word() + ".ics\"")
                .body(file.text(clock.instant()));
    }

    /** The record, where it was said. */
    private static ResponseEntity<Void> back(UUID id) {
        return Redirect.to("/cases/" + id + "#letters");
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
