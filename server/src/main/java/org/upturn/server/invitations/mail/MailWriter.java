package org.upturn.server.invitations.mail;

import gg.jte.output.StringOutput;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.upturn.templates.Templates;

/** Makes a mail of what is to be said: plain text and HTML beside each other, the headers, the signature. */
@Component
public class MailWriter {
    private final Templates templates;
    private final Clock clock;
    private final Session session = Session.getInstance(new Properties());

    MailWriter(Templates templates, Clock clock) {
        this.templates = templates;
        this.clock = clock;
    }

    /** Whom it goes to. @param mail names the mail; its Message-ID is made of it */
    public record Address(UUID mail, String address, String name) {
        public Address {
            name = name.replaceAll("\\p{Cntrl}+", " ");
        }
    }

    /** The Message-ID of a mail of ours, by which a bounce or an answer tells what it is about. */
    public static String messageId(UUID mail, String domain) {
        return "<" + mail + "@" + domain + ">";
    }

    /** The HTML of a mail. */
    public String html(MailView view) {
        var html = new StringOutput(8_192);
        templates.invitationsMail(view).render(html);
        return html.toString();
    }

    /** A whole mail, as it goes over the wire. */
    public byte[] write(MailSettings settings, MailView view, Address to, Optional<DkimKey> key) {
        try {
            Instant now = clock.instant();
            byte[] mail = bytes(message(settings, view, to, now));
            return key.map(one -> one.sign(mail, now)).orElse(mail);
        } catch (MessagingException | IOException impossible) {
            throw new IllegalStateException("A mail could not be written", impossible);
        }
    }

    private MimeMessage message(MailSettings settings, MailView view, Address to, Instant now)
            throws MessagingException, IOException {
        Sender sender = settings.sender();
        var message = new Named(session, messageId(to.mail(), sender.domain()));
        message.setFrom(new InternetAddress(sender.address(), sender.name(), "UTF-8"));
        message.setRecipient(
                jakarta.mail.Message.RecipientType.TO, new InternetAddress(to.address(), to.name(), "UTF-8"));
        if (sender.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {new InternetAddress(sender.replyTo())});
        }
        message.setSubject(view.subject(), "UTF-8");
        message.setSentDate(Date.from(now));
        message.setHeader("List-Unsubscribe", "<" + view.unsubscribeLink() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Precedence", "bulk");
        message.setHeader("X-Auto-Response-Suppress", "OOF, AutoReply");
        var both = new MimeMultipart("alternative");
        both.addBodyPart(part(PlainMail.of(view), "plain"));
        both.addBodyPart(part(html(view), "html"));
        message.setContent(both);
        message.setHeader("Content-Language", view.language());
        message.saveChanges();
        return message;
    }

    /** A text in one form: {@code plain} or {@code html}. */
    public static MimeBodyPart part(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** Header and body with lines that end in CR LF, as they go over the wire. */
    public static byte[] bytes(MimeMessage message) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream(16_384);
        message.writeTo(bytes);
        byte[] mail = bytes.toByteArray();
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        return text.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A message whose id is ours to choose, so that a bounce can be told whose it is. */
    public static final class Named extends MimeMessage {
        private final String id;

        public Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
