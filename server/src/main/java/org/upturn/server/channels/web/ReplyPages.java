package org.upturn.server.channels.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.channels.replies.KeptReply;
import org.upturn.server.channels.replies.Replies;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.Slice;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** Replies to text messages that only a person can understand. */
@Controller
class ReplyPages {
    private static final int SHOWN = 50;

    private final Replies replies;
    private final Contacts contacts;
    private final Workspaces workspaces;
    private final Templates templates;

    ReplyPages(Replies replies, Contacts contacts, Workspaces workspaces, Templates templates) {
        this.replies = replies;
        this.contacts = contacts;
        this.workspaces = workspaces;
        this.templates = templates;
    }

    @GetMapping("/replies")
    JteModel list(
            Page page,
            Member member,
            @RequestParam(defaultValue = "false") boolean handled,
            @RequestParam(required = false) @Nullable UUID after) {
        Slice<KeptReply> slice = replies.kept(member.workspace(), handled, after, SHOWN);
        var people = contacts.findAll(
                member.workspace(),
                slice.items().stream().map(KeptReply::contact).toList());
        Map<MemberId, String> members = workspaces.names(member.workspace());
        List<ReplyRow> rows = slice.items().stream()
                .map(one -> new ReplyRow(
                        one,
                        people.get(one.contact()).name(),
                        one.handled() == null ? null : members.get(one.handled().by())))
                .toList();
        return templates.channelsReplies(page, rows, handled, slice.next());
    }

    @PostMapping("/replies/{reply}/handling")
    ResponseEntity<Void> handle(Member member, @PathVariable UUID reply) {
        replies.handle(member, reply);
        return Redirect.to("/replies");
    }

    /** Takes it back. */
    @PostMapping("/replies/{reply}/reopening")
    ResponseEntity<Void> reopen(Member member, @PathVariable UUID reply) {
        replies.reopen(member, reply);
        return Redirect.to("/replies?handled=true");
    }
}
