package org.upturn.server.alerts;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.upturn.server.alerts.messages.AlertMail;
import org.upturn.server.invitations.mail.DkimKey;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailWriter;
import org.upturn.server.invitations.mail.Sender;
import org.upturn.server.workspaces.Member;
import org.upturn.templates.Templates;

/** Makes a whole mail of alerts: plain text and HTML beside each other, the headers, the signature. */
@Component
class AlertMailWriter {
    private final Templates templates;
    private final Clock clock;
    private final Session session = Session.getInstance(new Properties());

    AlertMailWriter(Templates templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    /** @param id makes the Message-ID, so that a mail sent twice after a crash is seen as one */
    byte[] write(MailSettings settings, AlertMail mail, Member to, UUID id, Optional<DkimKey> key) {
        try {
            Instant now = clock.instant();
            byte[] bytes = MailWriter.bytes(message(settings.sender(), mail, to, id, now));
            return key.map(one -> one.sign(bytes, now)).orElse(bytes);
        } catch (MessagingException | IOException impossible) {
            throw new IllegalStateException("A mail could not be written", impossible);
        }
    }

    private MimeMessage message(Sender sender, AlertMail mail, Member to, UUID id, Instant now)
            throws MessagingException, IOException {
        var message = new MailWriter.Named(session, "<alert-" + id + "@" + sender.domain() + ">");
        message.setFrom(new InternetAddress(sender.address(), sender.name(), "UTF-8"));
        message.setRecipient(
                jakarta.mail.Message.RecipientType.TO,
                new InternetAddress(to.email(), to.name().replaceAll("\\p{Cntrl}+", " "), "UTF-8"));
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(now));
        String thread = "<" + mail.items().getFirst().alert().standing().thread() + "@" + sender.domain() + ">";
        message.setHeader("References", thread);
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        var both = new MimeMultipart("alternative");
        both.addBodyPart(MailWriter.part(mail.text(), "plain"));
        both.addBodyPart(MailWriter.part(mail.html(templates), "html"));
        message.setContent(both);
        message.saveChanges();
        return message;
    }
}
