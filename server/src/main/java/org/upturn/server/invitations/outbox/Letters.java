package org.upturn.server.invitations.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.Contact;
import org.upturn.server.invitations.Invited;
import org.upturn.server.invitations.LinkTokens;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.MailText;
import org.upturn.server.invitations.mail.MailView;
import org.upturn.server.invitations.mail.MailViews;
import org.upturn.server.invitations.mail.Note;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/**
 * Mails to one person that follow their answer, in the same outbox: with the same pace, the same fates, and the same reasons
 * for which somebody gets none. A letter keeps the team's words and what its button leads to; the token of the link is made
 * when it goes.
 */
@Service
public class Letters {
    /** Below it are the invitation and its reminders. */
    public static final int FIRST_NUMBER = 3;

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final MailSetup setup;
    private final LinkTokens tokens;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Letters(MailSetup setup, LinkTokens tokens, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.setup = setup;
        this.tokens = tokens;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Where the button of a letter leads.
     *
     * @param prefix the first part of the path, for example {@code /c/}; also what the token is made for
     * @param id what the link belongs to
     */
    public record Target(String prefix, UUID id) {}

    /** The path of the link. */
    public String path(Target target) {
        return target.prefix() + tokens.token(target.prefix(), target.id());
    }

    /** Whether mails can be sent at all. */
    public boolean ready(WorkspaceId workspace) {
        return setup.find(workspace).isPresent();
    }

    /** Why this person would get no letter about their answer now; empty when they would. */
    public Optional<Skip> refusal(Invited invited) {
        int quietDays = setup.find(invited.workspace())
                .map(settings -> settings.pace().quietDays())
                .orElse(0);
        Instant asked = quietDays == 0 ? NEVER : clock.instant().minus(Duration.ofDays(quietDays));
        return jdbc.sql("""
                        select case
                            when contact.email is null or contact.email = '' or contact.erased_at is not null
                              then 'no-address'
                            when contact.consent = 'withdrawn' then 'no-consent'
                            when suppression.reason is not null then suppression.reason
                            when exists (
                              select 1
                              from invitation other
                              left join mail_message message on message.workspace_id = :workspace
                                and message.invitation_id = other.id
                                and message.state in ('queued', 'sent', 'unknown')
                                and not exists (
                                  select 1
                                  from mail_personal
                                  where mail_personal.workspace_id = :workspace
                                    and mail_personal.mail_id = message.id)
                              where other.workspace_id = :workspace
                                and other.contact_id = contact.id
                                and case
                                  when other.wave_id <> :wave
                                    then greatest(other.answered_at, message.accepted_at, message.ready_at) > :asked
                                  else message.number >= :letter
                                    and greatest(message.accepted_at, message.ready_at) > :asked
                                end)
                              then 'recent'
                          end as skip
                        from contact told
                        join contact on contact.workspace_id = :workspace
                          and contact.id = coalesce(told.merged_into, told.id)
                        left join suppression on suppression.workspace_id = :workspace
                          and suppression.address_key = lower(contact.email)
                          and suppression.lifted_at is null
                        where told.workspace_id = :workspace
                          and told.id = :contact
                        """)
                .param("workspace", invited.workspace().value())
                .param("contact", invited.contact().value())
                .param("wave", invited.wave().value())
                .param("letter", FIRST_NUMBER)
                .param("asked", Rows.time(asked))
                .query((row, n) -> Optional.ofNullable(row.getString("skip")))
                .single()
                .map(word -> Skip.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /**
     * Puts a letter into the outbox. Whoever calls has asked {@link #refusal} before.
     *
     * @param stopsAt when it is of no use any more
     */
    @Transactional
    public void queue(Invited invited, Target target, Note note, Instant stopsAt) {
        UUID mail = add(invited, clock.instant());
        jdbc.sql("""
                        insert into mail_letter (workspace_id, mail_id, prefix, target_id, language, subject, greeting, body,
                          button, reason, unsubscribe, stops_at)
                        values (:workspace, :mail, :prefix, :target, :language, :subject, :greeting, :body, :button, :reason,
                          :unsubscribe, :stops)
                        """)
                .param("workspace", invited.workspace().value())
                .param("mail", mail)
                .param("prefix", target.prefix())
                .param("target", target.id())
                .param("language", note.language())
                .param("subject", note.letter().subject())
                .param("greeting", note.letter().greeting())
                .param("body", note.letter().body())
                .param("button", note.button())
                .param("reason", note.reason())
                .param("unsubscribe", note.unsubscribe())
                .param("stops", Rows.time(stopsAt))
                .update();
        events.publishEvent(new MailsQueued(invited.workspace()));
    }

    /**
     * Puts a mail into the outbox that follows the person’s answer, numbered after all that went before; what it says is
     * stored beside it by whoever calls.
     *
     * @param ready when it may go
     */
    @Transactional
    public UUID add(Invited to, Instant ready) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into mail_message (workspace_id, id, invitation_id, number, address, state, ready_at, changed_at)
                        select :workspace, :id, :invitation,
                          greatest(:first, 1 + (
                            select max(number)
                            from mail_message
                            where workspace_id = :workspace
                              and invitation_id = :invitation)),
                          contact.email, 'queued', :ready, :now
                        from contact told
                        join contact on contact.workspace_id = :workspace
                          and contact.id = coalesce(told.merged_into, told.id)
                        where told.workspace_id = :workspace
                          and told.id = :contact
                        """)
                .param("workspace", to.workspace().value())
                .param("id", id)
                .param("invitation", to.invitation().value())
                .param("contact", to.contact().value())
                .param("first", FIRST_NUMBER)
                .param("ready", Rows.time(ready))
                .param("now", Rows.time(clock.instant()))
                .update();
        return id;
    }

    /** Does not send the letter about this thing when it has not gone yet. */
    public void stop(WorkspaceId workspace, UUID target, Skip why) {
        jdbc.sql("""
                        update mail_message
                        set state = 'stopped', reason = :reason, changed_at = :now
                        where workspace_id = :workspace
                          and state = 'queued'
                          and handed_at is null
                          and id in (
                            select mail_id
                            from mail_letter
                            where workspace_id = :workspace
                              and target_id = :target)
                        """)
                .param("workspace", workspace.value())
                .param("target", target)
                .param("reason", why.word())
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    /** The letter of this mail, as it goes. */
    MailView view(WorkspaceId workspace, UUID mail, MailViews views, Contact person, String path) {
        return jdbc.sql("""
                        select prefix, target_id, language, subject, greeting, body, button, reason, unsubscribe
                        from mail_letter
                        where workspace_id = :workspace
                          and mail_id = :mail
                        """)
                .param("workspace", workspace.value())
                .param("mail", mail)
                .query((row, n) -> views.letter(
                        person,
                        new Note(
                                row.getString("language"),
                                new MailText.Letter(
                                        row.getString("subject"), row.getString("greeting"), row.getString("body")),
                                row.getString("button"),
                                row.getString("reason"),
                                row.getString("unsubscribe")),
                        path,
                        path(new Target(row.getString("prefix"), Rows.id(row, "target_id")))))
                .single();
    }
}
