package org.upturn.server.invitations.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.invitations.Invitation;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;

/** Invitations and their personal links for programs. */
@RestController
@RequestMapping("/api/v1")
class InvitationsApi {
    private final Invitations invitations;
    private final Contacts contacts;
    private final Surveys surveys;

    InvitationsApi(Invitations invitations, Contacts contacts, Surveys surveys) {
        this.invitations = invitations;
        this.contacts = contacts;
        this.surveys = surveys;
    }

    record InvitationItem(
            UUID id,
            UUID wave,
            UUID contact,
            String link,
            Instant createdAt,
            @Nullable Instant answeredAt) {
        static InvitationItem of(Invitation one) {
            String base =
                    ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
            return new InvitationItem(
                    one.id().value(),
                    one.wave().value(),
                    one.contact().value(),
                    base + one.path(),
                    one.createdAt(),
                    one.answeredAt());
        }
    }

    /** Whom to invite: a contact by our id or by your own. */
    record NewInvitation(
            @Nullable UUID wave,
            @Nullable UUID contact,
            @Nullable String externalId) {}

    @GetMapping("/invitations")
    Slice<InvitationItem> list(
            Member member,
            @RequestParam(required = false) @Nullable UUID wave,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        WaveId chosen = wave == null ? null : new WaveId(wave);
        return invitations
                .list(member.workspace(), chosen, after, Slice.limit(limit))
                .map(InvitationItem::of);
    }

    @PostMapping("/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    InvitationItem create(Member member, @RequestBody NewInvitation told) {
        if (told.wave() == null) {
            throw Problem.invalid("wave", "problem.invitation.wave");
        }
        return InvitationItem.of(
                invitations.invite(member.workspace(), new WaveId(told.wave()), contact(member, told)));
    }

    /** Nothing can be told: whoever names single people would else invite everybody. */
    record Everybody() {}

    /** Invites every contact that is not invited yet. */
    @PostMapping("/programs/{program}/waves/{wave}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    Invitations.Progress createAll(
            Member member,
            @PathVariable UUID program,
            @PathVariable UUID wave,
            @RequestBody(required = false) @Nullable Everybody told) {
        var known = surveys.wave(member.workspace(), new WaveId(wave));
        if (!known.program().value().equals(program)) {
            throw Problem.notFound("problem.unknown.wave");
        }
        invitations.inviteAll(member.workspace(), known.id(), contacts.ids(member.workspace()));
        return invitations.progress(member.workspace()).getOrDefault(known.id(), Invitations.Progress.NONE);
    }

    private ContactId contact(Member member, NewInvitation told) {
        if (told.contact() != null) {
            return new ContactId(told.contact());
        }
        if (told.externalId() == null) {
            throw Problem.invalid("contact", "problem.invitation.contact");
        }
        return contacts.findByExternalId(member.workspace(), told.externalId())
                .orElseThrow(() -> Problem.notFound("problem.unknown.contact"))
                .id();
    }
}
