package org.upturn.server.invitations.web;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.invitations.Invitation;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.outbox.MailFates;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.templates.Templates;

/** Waves of a program, who is invited, and the personal links. */
@Controller
class WavePages {
    private final Surveys surveys;
    private final Invitations invitations;
    private final Contacts contacts;
    private final MailPlans plans;
    private final MailFates fates;
    private final Templates templates;
    private final Clock clock;

    WavePages(
            Surveys surveys,
            Invitations invitations,
            Contacts contacts,
            MailPlans plans,
            MailFates fates,
            Templates templates,
            Clock clock) {
        this.surveys = surveys;
        this.invitations = invitations;
        this.contacts = contacts;
        this.plans = plans;
        this.fates = fates;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/waves")
    Object list(Page page, Member member, @RequestParam(required = false) @Nullable UUID program) {
        List<Program> programs = surveys.programs(member.workspace());
        if (programs.isEmpty()) {
            return Redirect.to("/programs/new");
        }
        Program chosen = surveys.chosen(member.workspace(), program).orElseThrow();
        var progress = invitations.progress(member.workspace());
        List<WaveRow> rows = surveys.waves(member.workspace(), chosen.id()).reversed().stream()
                .map(wave -> new WaveRow(wave, progress.getOrDefault(wave.id(), Invitations.Progress.NONE)))
                .toList();
        return templates.invitationsWaves(
                page, programs, chosen, rows, contacts.countWilling(member.workspace()), clock.instant());
    }

    @GetMapping("/waves/{id}")
    JteModel show(
            Page page, Member member, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID after) {
        Wave wave = surveys.wave(member.workspace(), new WaveId(id));
        Slice<Invitation> slice = invitations.list(member.workspace(), wave.id(), after, 50);
        var people = contacts.findAll(
                member.workspace(),
                slice.items().stream().map(Invitation::contact).toList());
        var lost = fates.lost(
                member.workspace(), slice.items().stream().map(Invitation::id).toList());
        String base =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        Slice<LinkRow> rows = slice.map(one -> new LinkRow(
                people.get(one.contact()),
                one,
                base + one.path(),
                one.answeredAt() == null ? lost.get(one.id()) : null));
        return templates.invitationsWave(
                page,
                surveys.program(member.workspace(), wave.program()),
                new WaveRow(wave, invitations.progress(member.workspace(), wave.id())),
                rows,
                contacts.countWilling(member.workspace()),
                plans.of(member.workspace(), wave));
    }

    /** How many of everyone this program knows by imported answers to another one only; looked up beside the page. */
    @GetMapping("/waves/{id}/elsewhere")
    JteModel elsewhere(Page page, Member member, @PathVariable UUID id) {
        Wave wave = surveys.wave(member.workspace(), new WaveId(id));
        return templates.invitations_elsewhere(page, invitations.onlyElsewhere(member.workspace(), wave.program()));
    }

    @PostMapping("/waves/{id}/invitations")
    ResponseEntity<Void> inviteAll(Member member, @PathVariable UUID id) {
        invitations.inviteAll(member.workspace(), new WaveId(id), contacts.ids(member.workspace()));
        return Redirect.to("/waves/" + id);
    }
}
