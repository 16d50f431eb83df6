package org.upturn.server.channels.web;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.channels.replies.KeptReply;
import org.upturn.server.channels.replies.Replies;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.Slice;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.templates.Templates;

/** Replies to text messages that only a person can understand. */
@Controller
class ReplyPages {
    private static final int SHOWN = 50;

    private final Replies replies;
    private final Contacts contacts;
    private final Templates templates;

    ReplyPages(Replies replies, Contacts contacts, Templates templates) {
        this.replies = replies;
        this.contacts = contacts;
        this.templates = templates;
    }

    @GetMapping("/replies")
    JteModel list(Page page, Member member, @RequestParam(required = false) @Nullable UUID after) {
        Slice<KeptReply> slice = replies.kept(member.workspace(), after, SHOWN);
        var people = contacts.findAll(
                member.workspace(),
                slice.items().stream().map(KeptReply::contact).toList());
        List<ReplyRow> rows = slice.items().stream()
                .map(one -> new ReplyRow(one, people.get(one.contact()).name()))
                .toList();
        return templates.channelsReplies(page, rows, slice.next());
    }
}
