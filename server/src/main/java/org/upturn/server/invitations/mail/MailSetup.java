package org.upturn.server.invitations.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.invitations.HookToken;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** How a workspace writes to people, and whether that works. */
@Service
public class MailSetup {
    private final MailSettingsRepository repository;
    private final MailWriter writer;
    private final AuditLog audit;
    private final Clock clock;

    MailSetup(MailSettingsRepository repository, MailWriter writer, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.writer = writer;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<MailSettings> find(WorkspaceId workspace) {
        return repository.find(workspace);
    }

    /** The settings, which must have been made. */
    public MailSettings of(WorkspaceId workspace) {
        return find(workspace).orElseThrow(() -> Problem.conflict("problem.mail.settings"));
    }

    public MailStanding standing(WorkspaceId workspace) {
        return repository.standing(workspace).orElse(new MailStanding(null, null, null, null, false));
    }

    /** @param password of the mail server; null keeps the one there is, and so does an empty one */
    @Transactional
    public void save(Member by, MailSettings told, @Nullable String password) {
        MailSettings settings = MailSettingsCheck.checked(told);
        repository.save(by.workspace(), settings, clock.instant());
        if (settings.server().user() == null) {
            repository.savePassword(by.workspace(), null);
        } else if (password != null && !password.isEmpty()) {
            repository.savePassword(by.workspace(), password);
        }
        audit.record(by, "mail.settings.changed", null);
    }

    /** @param mailbox where bounces are read from now on; null for nowhere */
    @Transactional
    public void saveMailbox(Member by, @Nullable MailServer mailbox, @Nullable String password) {
        of(by.workspace());
        repository.saveMailbox(by.workspace(), mailbox == null ? null : MailSettingsCheck.server(mailbox, "mailbox."));
        if (mailbox == null || password != null && !password.isEmpty()) {
            repository.saveMailboxPassword(by.workspace(), mailbox == null ? null : password);
        }
        audit.record(by, "mail.mailbox.changed", null);
    }

    /** Makes a new key. Mails are signed with it from now on, so its record belongs into the DNS first. */
    @Transactional
    public DkimRecord makeKey(Member by, @Nullable String domain, @Nullable String selector) {
        MailSettings settings = of(by.workspace());
        DkimKey.Made made = DkimKey.make();
        var record = new DkimRecord(
                MailSettingsCheck.domain(
                        domain == null || domain.isBlank() ? settings.sender().domain() : domain),
                MailSettingsCheck.selector(selector == null || selector.isBlank() ? "upturn" : selector),
                made.publicKey());
        repository.saveDkim(by.workspace(), record, made.privateKey());
        audit.record(by, "mail.key.made", null);
        return record;
    }

    /** Makes the token of the address to which a mail service reports bounces; an older one is void. */
    @Transactional
    public String makeHook(Member by) {
        of(by.workspace());
        HookToken made = HookToken.make(by.workspace());
        repository.saveHook(by.workspace(), made.hash());
        audit.record(by, "mail.hook.made", null);
        return made.token();
    }

    /** Whose hook it is; empty when it is nobody's. */
    public Optional<WorkspaceId> workspaceOfHook(String token) {
        return HookToken.read(token)
                .filter(told -> repository.isHook(told.workspace(), told.hash()))
                .map(HookToken::workspace);
    }

    /** A connection with these settings, signed in. */
    public SmtpConnection connect(WorkspaceId workspace, MailSettings settings) throws MessagingException {
        return SmtpConnection.open(settings.server(), repository.password(workspace));
    }

    /** The key that signs, when there is one. */
    public Optional<DkimKey> key(WorkspaceId workspace, MailSettings settings) {
        return Optional.ofNullable(settings.dkim()).map(record -> DkimKey.of(record, repository.dkimKey(workspace)));
    }

    public @Nullable String mailboxPassword(WorkspaceId workspace) {
        return repository.mailboxPassword(workspace);
    }

    /**
     * Sends this mail to the member who asks.
     *
     * @throws Problem with what the mail server said, word by word
     */
    public void test(Member by, MailView view) {
        MailSettings settings = of(by.workspace());
        byte[] mail = writer.write(
                settings,
                view,
                new MailWriter.Address(UUID.randomUUID(), by.email(), by.name()),
                key(by.workspace(), settings));
        try (SmtpConnection connection = connect(by.workspace(), settings)) {
            if (connection.send(mail, settings.sender().bounces(), by.email()) instanceof Sent.Failed failed) {
                throw Problem.conflict("problem.mail.refused", failed.said());
            }
        } catch (MessagingException refused) {
            throw Problem.conflict("problem.mail.refused", SmtpConnection.said(refused));
        }
    }
}
