package org.upturn.server.invitations.personal;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.springframework.stereotype.Component;
import org.upturn.server.invitations.mail.DkimKey;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.MailWriter;
import org.upturn.server.invitations.mail.Sender;

/**
 * Makes a mail of what one person wrote to another: plain text, no button, no link to unsubscribe, and the headers by which
 * mail programs keep a conversation together (RFC 5322, 3.6.4).
 */
@Component
class PersonalMailWriter {
    private final Clock clock;
    private final Session session = Session.getInstance(new Properties());

    PersonalMailWriter(Clock clock) {
        this.clock = clock;
    }

    /** A whole mail, as it goes over the wire. */
    byte[] write(MailSettings settings, PersonalMail mail, MailWriter.Address to, Optional<DkimKey> key) {
        try {
            Instant now = clock.instant();
            byte[] written = MailWriter.bytes(message(settings.sender(), mail, to, now));
            return key.map(one -> one.sign(written, now)).orElse(written);
        } catch (MessagingException | IOException impossible) {
            throw new IllegalStateException("A mail could not be written", impossible);
        }
    }

    private MimeMessage message(Sender sender, PersonalMail mail, MailWriter.Address to, Instant now)
            throws MessagingException, IOException {
        var message = new MailWriter.Named(session, MailWriter.messageId(to.mail(), sender.domain()));
        message.setFrom(new InternetAddress(sender.address(), mail.from(), "UTF-8"));
        message.setRecipient(
                jakarta.mail.Message.RecipientType.TO, new InternetAddress(to.address(), to.name(), "UTF-8"));
        message.setReplyTo(new InternetAddress[] {new InternetAddress(mail.replyTo(), mail.from(), "UTF-8")});
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(now));
        if (!mail.references().isEmpty()) {
            message.setHeader("In-Reply-To", mail.references().getLast());
            message.setHeader("References", String.join("\r\n ", mail.references()));
        }
        if (mail.calendar() == null) {
            message.setText(mail.text(), "UTF-8");
            message.setHeader("Content-Transfer-Encoding", "quoted-printable");
        } else {
            var both = new MimeMultipart("mixed");
            both.addBodyPart(MailWriter.part(mail.text(), "plain"));
            both.addBodyPart(attached(mail.calendar()));
            message.setContent(both);
        }
        message.setHeader("Content-Language", mail.language());
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart attached(String calendar) throws MessagingException {
        MimeBodyPart part = MailWriter.part(calendar, "calendar");
        part.setFileName("invitation.ics");
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }
}
