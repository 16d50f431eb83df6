package org.upturn.server.followups.incoming;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail as somebody wrote it.
 *
 * @param key names the mail for ever: a hash of its Message-ID, or of date, sender and subject where it has none
 * @param quoted whether something was left out that it quotes
 */
@SuppressWarnings("ArrayRecordComponent")
public record IncomingMail(
        byte[] key,
        String messageId,
        String sender,
        String subject,
        @Nullable Instant sentAt,
        boolean automatic,
        String words,
        boolean quoted,
        List<String> attachments) {
    private static final int LONGEST_LINE = 500;
    private static final Pattern OURS =
            Pattern.compile("<([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@");
    private static final Pattern AUTOMATIC_SUBJECT = Pattern.compile(
            "(?i)^(?:(?:automatic reply|auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|automatische antwort|abwesenheit\\w*"
                    + "|réponse automatique|absence du bureau|respuesta automática|fuera de (?:la )?oficina)\\b)");

    /**
     * The ids in the Message-IDs that it answers, which may be of mails of ours: the one it answers first, then those before
     * it from the last to the first. Only headers are looked at, so a mail that is not for us is not fetched.
     */
    public static List<UUID> answers(MimeMessage mail) throws MessagingException {
        var ids = new LinkedHashSet<UUID>();
        String before = header(mail, "References");
        ids(header(mail, "In-Reply-To")).forEach(ids::add);
        ids(before).toList().reversed().forEach(ids::add);
        return List.copyOf(ids);
    }

    private static Stream<UUID> ids(String header) {
        Matcher found = OURS.matcher(header.toLowerCase(Locale.ROOT));
        return found.results().limit(50).map(one -> UUID.fromString(one.group(1)));
    }

    /** The whole of it, bounded. */
    public static IncomingMail read(MimeMessage mail) throws MessagingException, IOException {
        MailWords words = MailWords.of(mail);
        QuotedText text = words.text();
        String messageId = line(header(mail, "Message-ID"));
        String sender = sender(mail);
        String subject = line(mail.getSubject() == null ? "" : mail.getSubject());
        Date sent = mail.getSentDate();
        String name = messageId.isEmpty() ? sent + "\n" + sender + "\n" + subject : messageId;
        return new IncomingMail(
                hash(name),
                messageId,
                sender,
                subject,
                sent == null ? null : sent.toInstant(),
                isAutomatic(mail, subject),
                text.words(),
                text.quoted(),
                words.attachments());
    }

    /** RFC 3834 first, then what was in use before it and still is. */
    private static boolean isAutomatic(MimeMessage mail, String subject) throws MessagingException {
        String submitted = header(mail, "Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        if (!submitted.isEmpty() && !submitted.startsWith("no")) {
            return true;
        }
        String precedence = header(mail, "Precedence").strip().toLowerCase(Locale.ROOT);
        return precedence.matches("bulk|junk|auto_reply|list")
                || !header(mail, "X-Autoreply").isEmpty()
                || !header(mail, "X-Autorespond").isEmpty()
                || !header(mail, "X-Auto-Reply-From").isEmpty()
                || AUTOMATIC_SUBJECT.matcher(subject.strip()).find();
    }

    private static String sender(MimeMessage mail) throws MessagingException {
        try {
            Address[] from = mail.getFrom();
            return from != null && from.length > 0 && from[0] instanceof InternetAddress address
                    ? line(address.getAddress())
                    : "";
        } catch (jakarta.mail.internet.AddressException odd) {
            return line(header(mail, "From"));
        }
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        String value = mail.getHeader(name, " ");
        return value == null ? "" : value;
    }

    private static String line(@Nullable String text) {
        String line =
                text == null ? "" : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
