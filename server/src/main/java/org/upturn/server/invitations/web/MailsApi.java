package org.upturn.server.invitations.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.mail.MailText;
import org.upturn.server.invitations.mail.MailTexts;
import org.upturn.server.invitations.outbox.Audience;
import org.upturn.server.invitations.outbox.Carrier;
import org.upturn.server.invitations.outbox.MailFate;
import org.upturn.server.invitations.outbox.MailFates;
import org.upturn.server.invitations.outbox.Mailing;
import org.upturn.server.invitations.outbox.Mailings;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;

/** Sending the invitations of a wave, the texts of mails and what became of them, for programs. */
@RestController
@RequestMapping("/api/v1")
class MailsApi {
    private final Mailings mailings;
    private final MailFates fates;
    private final MailTexts texts;
    private final Surveys surveys;

    MailsApi(Mailings mailings, MailFates fates, MailTexts texts, Surveys surveys) {
        this.mailings = mailings;
        this.fates = fates;
        this.texts = texts;
        this.surveys = surveys;
    }

    /** @param skipped how many got nothing, by reason */
    record MailingItem(
            UUID id,
            String channel,
            String audience,
            @Nullable String key,
            @Nullable String value,
            Instant startsAt,
            int spreadDays,
            List<Integer> reminderDays,
            @Nullable Instant pausedAt,
            Mailing.Fates invitations,
            Mailing.Fates reminders,
            Map<String, Long> skipped) {}

    record MailingList(List<MailingItem> items) {}

    /** @param channel {@code mail} when left out; @param audience {@code everyone} when left out */
    record NewMailing(
            @Nullable String channel,
            @Nullable String audience,
            @Nullable String key,
            @Nullable String value,
            @Nullable Instant startsAt,
            @Nullable Integer spreadDays,
            @Nullable List<Integer> reminderDays) {}

    record MailItem(
            UUID id,
            UUID wave,
            UUID contact,
            int number,
            String channel,
            String state,
            @Nullable String reason,
            Instant readyAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant deliveredAt,
            Instant changedAt) {
        static MailItem of(MailFate fate) {
            return new MailItem(
                    fate.id(),
                    fate.wave().value(),
                    fate.contact().value(),
                    fate.number(),
                    fate.carrier().word(),
                    fate.state().word(),
                    fate.reason(),
                    fate.readyAt(),
                    fate.acceptedAt(),
                    fate.deliveredAt(),
                    fate.changedAt());
        }
    }

    @GetMapping("/programs/{program}/waves/{wave}/mailings")
    MailingList list(Member member, @PathVariable UUID program, @PathVariable UUID wave) {
        WaveId known = wave(member, program, wave);
        return new MailingList(mailings.ofWave(member.workspace(), known).stream()
                .map(one -> item(member, one))
                .toList());
    }

    @PostMapping("/programs/{program}/waves/{wave}/mailings")
    @ResponseStatus(HttpStatus.CREATED)
    MailingItem start(
            Member member, @PathVariable UUID program, @PathVariable UUID wave, @RequestBody NewMailing told) {
        WaveId known = wave(member, program, wave);
        String audience = told.audience() == null ? "everyone" : told.audience();
        var order = new Mailings.Order(
                Carrier.of(told.channel() == null ? "mail" : told.channel()),
                Audience.of(audience, told.key(), told.value()),
                told.startsAt(),
                told.spreadDays() == null ? 1 : told.spreadDays(),
                told.reminderDays() == null ? List.of() : told.reminderDays());
        UUID started = mailings.start(member, known, order);
        return item(member, mailings.find(member.workspace(), known, started));
    }

    @PutMapping("/programs/{program}/waves/{wave}/mailings/{mailing}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pause(Member member, @PathVariable UUID program, @PathVariable UUID wave, @PathVariable UUID mailing) {
        mailings.pause(member, wave(member, program, wave), mailing);
    }

    @DeleteMapping("/programs/{program}/waves/{wave}/mailings/{mailing}/pause")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(Member member, @PathVariable UUID program, @PathVariable UUID wave, @PathVariable UUID mailing) {
        mailings.resume(member, wave(member, program, wave), mailing);
    }

    /** What became of each mail, the latest first. */
    @GetMapping("/mails")
    Slice<MailItem> mails(
            Member member,
            @RequestParam(required = false) @Nullable UUID wave,
            @RequestParam(required = false) @Nullable UUID contact,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return fates.list(
                        member.workspace(),
                        contact == null ? null : new ContactId(contact),
                        wave == null ? null : new WaveId(wave),
                        after,
                        Slice.limit(limit))
                .map(MailItem::of);
    }

    @GetMapping("/programs/{program}/mails")
    MailText texts(
            Member member, @PathVariable UUID program, @RequestParam(required = false) @Nullable String language) {
        var known = surveys.program(member.workspace(), new ProgramId(program));
        return texts.find(member.workspace(), known.id(), language);
    }

    @PutMapping("/programs/{program}/mails")
    MailText saveTexts(Member member, @PathVariable UUID program, @RequestBody MailText told) {
        if (told.invitation() == null || told.reminder() == null) {
            throw Problem.invalid("invitation", "problem.mail.letters");
        }
        texts.save(member, new ProgramId(program), told);
        return texts(member, program, told.language());
    }

    private MailingItem item(Member member, Mailing one) {
        Map<String, Long> skipped = mailings.skips(member.workspace(), one.id()).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().word(), Map.Entry::getValue));
        return new MailingItem(
                one.id(),
                one.carrier().word(),
                one.audience().kind().word(),
                one.audience().key(),
                one.audience().value(),
                one.startsAt(),
                one.spreadDays(),
                one.reminderDays(),
                one.pausedAt(),
                one.invitations(),
                one.reminders(),
                skipped);
    }

    private WaveId wave(Member member, UUID program, UUID wave) {
        var known = surveys.wave(member.workspace(), new WaveId(wave));
        if (!known.program().value().equals(program)) {
            throw Problem.notFound("problem.unknown.wave");
        }
        return known.id();
    }
}
