package org.upturn.server.invitations.personal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.ContactErased;
import org.upturn.server.invitations.Invited;
import org.upturn.server.invitations.mail.DkimKey;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.invitations.mail.MailWriter;
import org.upturn.server.invitations.outbox.Letters;
import org.upturn.server.invitations.outbox.MailState;
import org.upturn.server.invitations.outbox.Skip;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/**
 * The door to personal mails. They are rows of the outbox, so they are leased, handed over once, put back while a mail
 * server is down, and known as bounced like all others; only what they say and how they look is their own.
 */
@Service
public class PersonalMails {
    private final Letters letters;
    private final MailSetup setup;
    private final PersonalMailWriter writer;
    private final JdbcClient jdbc;
    private final Clock clock;

    PersonalMails(Letters letters, MailSetup setup, PersonalMailWriter writer, JdbcClient jdbc, Clock clock) {
        this.letters = letters;
        this.setup = setup;
        this.writer = writer;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Why this person would get no mail of a member; empty when they would. Having been asked lately is no reason. */
    public Optional<Skip> refusal(Invited to) {
        return letters.refusal(to).filter(why -> why != Skip.RECENT);
    }

    /**
     * Puts a mail into the outbox. Whoever calls has asked {@link #refusal} before.
     *
     * @param ready when it may go; until then it can be taken back
     */
    @Transactional
    public UUID queue(Invited to, PersonalMail mail, Instant ready) {
        UUID id = letters.add(to, ready);
        jdbc.sql("""
                        insert into mail_personal (workspace_id, mail_id, from_name, reply_to, language, subject, body, calendar,
                          reference)
                        values (:workspace, :mail, :from, :replyTo, :language, :subject, :body, :calendar, :references)
                        """)
                .param("workspace", to.workspace().value())
                .param("mail", id)
                .param("from", mail.from())
                .param("replyTo", mail.replyTo())
                .param("language", mail.language())
                .param("subject", mail.subject())
                .param("body", mail.text())
                .param("calendar", mail.calendar())
                .param("references", mail.references().toArray(String[]::new))
                .update();
        return id;
    }

    /** Takes one back that has not been handed over. @return whether it was in time */
    @Transactional
    public boolean stop(WorkspaceId workspace, UUID mail) {
        return jdbc.sql("""
                        update mail_message
                        set state = 'stopped', reason = null, changed_at = :now
                        where workspace_id = :workspace
                          and id = :mail
                          and state = 'queued'
                          and handed_at is null
                          and (lease_until is null or lease_until < :now)
                        """)
                        .param("workspace", workspace.value())
                        .param("mail", mail)
                        .param("now", Rows.time(clock.instant()))
                        .update()
                == 1;
    }

    /** These mails and what became of them, the first first. */
    public List<PersonalFate> findAll(WorkspaceId workspace, Collection<UUID> mails) {
        String domain =
                setup.find(workspace).map(found -> found.sender().domain()).orElse("");
        return jdbc.sql("""
                        select message.id, message.address, message.state, message.reason, message.ready_at,
                          message.accepted_at, personal.from_name, personal.reply_to, personal.language, personal.subject,
                          personal.body, personal.calendar, personal.reference
                        from mail_personal personal
                        join mail_message message on message.workspace_id = :workspace and message.id = personal.mail_id
                        where personal.workspace_id = :workspace
                          and personal.mail_id = any(:mails)
                        order by message.id
                        """)
                .param("workspace", workspace.value())
                .param("mails", mails.toArray(UUID[]::new))
                .query((row, n) -> fate(row, domain))
                .list();
    }

    private static PersonalFate fate(ResultSet row, String domain) throws SQLException {
        UUID id = Rows.id(row, "id");
        return new PersonalFate(
                id,
                new PersonalMail(
                        row.getString("from_name"),
                        row.getString("reply_to"),
                        row.getString("language"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("calendar"),
                        Arrays.asList((String[]) row.getArray("reference").getArray())),
                row.getString("address"),
                MailWriter.messageId(id, domain),
                MailState.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                row.getString("reason"),
                Rows.time(row, "ready_at"),
                Rows.timeOrNull(row, "accepted_at"));
    }

    /** The mail as it goes over the wire. */
    public byte[] written(WorkspaceId workspace, MailSettings settings, MailWriter.Address to, Optional<DkimKey> key) {
        PersonalFate mail = findAll(workspace, List.of(to.mail())).getFirst();
        return writer.write(settings, mail.written(), to, key);
    }

    /** When a person is deleted, what was written to them goes; that something was stays, and what still waits is not sent. */
    @EventListener
    void on(ContactErased erased) {
        jdbc.sql("""
                        update mail_message
                        set state = 'stopped', changed_at = :now
                        where workspace_id = :workspace
                          and state = 'queued'
                          and handed_at is null
                          and invitation_id in (
                            select id
                            from invitation
                            where workspace_id = :workspace
                              and contact_id = :contact)
                          and id in (select mail_id from mail_personal where workspace_id = :workspace)
                        """)
                .param("workspace", erased.workspace().value())
                .param("contact", erased.contact().value())
                .param("now", Rows.time(clock.instant()))
                .update();
        jdbc.sql("""
                        update mail_personal
                        set subject = '', body = '', calendar = null
                        where workspace_id = :workspace
                          and mail_id in (
                            select message.id
                            from mail_message message
                            join invitation on invitation.workspace_id = :workspace
                              and invitation.id = message.invitation_id
                            where message.workspace_id = :workspace
                              and invitation.contact_id = :contact)
                        """)
                .param("workspace", erased.workspace().value())
                .param("contact", erased.contact().value())
                .update();
    }
}
