package org.upturn.server.tracks.web;

import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.Problem;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.responses.Responses;
import org.upturn.server.tracks.promoters.Promoters;
import org.upturn.server.tracks.promoters.ThanksDraft;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** Thanks to one promoter, written by a person. */
@Controller
@RequestMapping("/responses/{response}/thanks")
class ThanksPages {
    private final Promoters promoters;
    private final Responses responses;
    private final Contacts contacts;
    private final Templates templates;

    ThanksPages(Promoters promoters, Responses responses, Contacts contacts, Templates templates) {
        this.promoters = promoters;
        this.responses = responses;
        this.contacts = contacts;
        this.templates = templates;
    }

    @GetMapping
    JteModel write(Page page, Member member, @PathVariable UUID response) {
        Response answer = responses.find(member.workspace(), new ResponseId(response));
        return form(page, member, answer, promoters.draft(member.workspace(), answer.id()), null);
    }

    /** @param way {@code hand} when the member said it and hands the link over */
    @PostMapping
    Object send(
            Page page,
            Member member,
            @PathVariable UUID response,
            @RequestParam(defaultValue = "mail") String way,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String greeting,
            @RequestParam(defaultValue = "") String firstSentence,
            @RequestParam(defaultValue = "") String rest) {
        Response answer = responses.find(member.workspace(), new ResponseId(response));
        var draft = new ThanksDraft(subject, greeting, firstSentence, rest);
        try {
            if (way.equals("hand")) {
                promoters.handOver(member, answer.id());
            } else {
                promoters.send(member, answer.id(), draft);
            }
            return Redirect.to("/programs/" + answer.program().value() + "/promoters");
        } catch (Problem problem) {
            return form(page, member, answer, draft, problem);
        }
    }

    private JteModel form(Page page, Member member, Response answer, ThanksDraft draft, @Nullable Problem problem) {
        return templates.tracksThanks(
                page,
                contacts.find(member.workspace(), answer.contact()),
                answer,
                draft,
                promoters.refusal(member.workspace(), answer.id()).orElse(null),
                problem);
    }
}
