package org.upturn.server.invitations.web;

import gg.jte.models.runtime.JteModel;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.invitations.outbox.Mailings;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** Sends the invitations of a wave and shows how far that has got. */
@Controller
class MailingPages {
    private static final int SHOWN = 50;

    private final Mailings mailings;
    private final MailPlans plans;
    private final Surveys surveys;
    private final Contacts contacts;
    private final Workspaces workspaces;
    private final Templates templates;

    MailingPages(
            Mailings mailings,
            MailPlans plans,
            Surveys surveys,
            Contacts contacts,
            Workspaces workspaces,
            Templates templates) {
        this.mailings = mailings;
        this.plans = plans;
        this.surveys = surveys;
        this.contacts = contacts;
        this.workspaces = workspaces;
        this.templates = templates;
    }

    /** How far it has got, drawn anew every two seconds while something goes out. */
    @GetMapping("/waves/{id}/mailings")
    JteModel progress(Page page, Member member, @PathVariable UUID id) {
        Wave wave = surveys.wave(member.workspace(), new WaveId(id));
        return templates.invitations_orders(page, plans.of(member.workspace(), wave));
    }

    @PostMapping("/waves/{id}/mailings")
    ResponseEntity<Void> start(Member member, @PathVariable UUID id, @RequestParam Map<String, String> form) {
        Wave wave = surveys.wave(member.workspace(), new WaveId(id));
        var zone = workspaces.find(member.workspace()).timeZone();
        mailings.start(member, wave.id(), MailForms.order(form, zone));
        return back(id);
    }

    @PostMapping("/waves/{id}/mailings/{mailing}/pause")
    ResponseEntity<Void> pause(Member member, @PathVariable UUID id, @PathVariable UUID mailing) {
        mailings.pause(member, new WaveId(id), mailing);
        return back(id);
    }

    @PostMapping("/waves/{id}/mailings/{mailing}/resumption")
    ResponseEntity<Void> resume(Member member, @PathVariable UUID id, @PathVariable UUID mailing) {
        mailings.resume(member, new WaveId(id), mailing);
        return back(id);
    }

    @PostMapping("/waves/{id}/mailings/{mailing}/unknown")
    ResponseEntity<Void> sendUnknown(Member member, @PathVariable UUID id, @PathVariable UUID mailing) {
        mailings.sendUnknown(member, new WaveId(id), mailing);
        return back(id);
    }

    @GetMapping("/waves/{id}/mailings/{mailing}/skipped")
    JteModel skipped(
            Page page,
            Member member,
            @PathVariable UUID id,
            @PathVariable UUID mailing,
            @RequestParam(required = false) @Nullable UUID after) {
        Wave wave = surveys.wave(member.workspace(), new WaveId(id));
        mailings.find(member.workspace(), wave.id(), mailing);
        var slice = mailings.skipped(member.workspace(), mailing, after, SHOWN);
        var people = contacts.findAll(
                member.workspace(),
                slice.items().stream().map(Mailings.Skipped::contact).toList());
        return templates.invitationsSkipped(
                page, wave, mailing, slice.map(one -> new SkippedRow(people.get(one.contact()), one.reason())));
    }

    private static ResponseEntity<Void> back(UUID wave) {
        return Redirect.to("/waves/" + wave + "#mails");
    }
}
