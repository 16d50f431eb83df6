package org.upturn.server.invitations.bounces;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upturn.server.invitations.bounces.Returned.Kind;

/**
 * Reads what a mail server reports: a delivery status notification (RFC 3464) or a feedback report (ARF, RFC 5965). Both
 * are a {@code multipart/report} with a part for machines and the mail that it is about, or its headers.
 */
public final class ReturnedMail {
    private static final int LARGEST_PART = 1 << 20;
    private static final int LONGEST_REASON = 500;
    private static final Pattern OURS =
            Pattern.compile("<?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@");

    /** Somebody took a mail out of the spam (RFC 6430), or a machine tells of a signature (RFC 6591): nobody complains. */
    private static final Set<String> NO_COMPLAINTS = Set.of("not-spam", "auth-failure");

    private ReturnedMail() {}

    /** The parts of a report that matter, each as its fields. */
    private static final class Parts {
        private Map<String, String> status = Map.of();
        private Map<String, String> feedback = Map.of();
        private Map<String, String> original = Map.of();
    }

    /** What it reports; empty when it is no report, or one of a mail that is still on its way. */
    public static Optional<Returned> read(Part mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report")) {
            return Optional.empty();
        }
        var parts = new Parts();
        collect(mail, parts, 0);
        if (!parts.feedback.isEmpty()) {
            String type = parts.feedback.getOrDefault("feedback-type", "").strip();
            return NO_COMPLAINTS.contains(type.toLowerCase(Locale.ROOT))
                    ? Optional.empty()
                    : Optional.of(returned(Kind.COMPLAINT, parts, type));
        }
        String action = parts.status.getOrDefault("action", "").toLowerCase(Locale.ROOT);
        if (!action.equals("failed")) {
            return Optional.empty();
        }
        String status = parts.status.getOrDefault("status", "");
        String said = parts.status.getOrDefault("diagnostic-code", "");
        return Optional.of(returned(status.startsWith("4.") ? Kind.SOFT : Kind.HARD, parts, status + " " + said));
    }

    private static Returned returned(Kind kind, Parts parts, String reason) {
        String address = kind == Kind.COMPLAINT
                ? parts.feedback.getOrDefault("original-rcpt-to", parts.original.get("to"))
                : parts.status.getOrDefault("original-recipient", parts.status.get("final-recipient"));
        String line = reason.replaceAll("\\s+", " ").strip();
        return new Returned(
                kind,
                mail(parts.original.get("message-id")),
                bare(address),
                line.substring(0, Math.min(line.length(), LONGEST_REASON)));
    }

    /** The id in a Message-ID of ours. */
    public static @Nullable UUID mail(@Nullable String messageId) {
        Matcher ours = OURS.matcher(messageId == null ? "" : messageId.toLowerCase(Locale.ROOT));
        return ours.find() ? UUID.fromString(ours.group(1)) : null;
    }

    /** {@code rfc822; ada@example.org} and {@code Ada <ada@example.org>} as the address alone. */
    private static @Nullable String bare(@Nullable String told) {
        if (told == null) {
            return null;
        }
        String address = told.substring(told.indexOf(';') + 1).strip();
        int open = address.lastIndexOf('<');
        int close = address.lastIndexOf('>');
        return open >= 0 && close > open ? address.substring(open + 1, close) : address;
    }

    private static void collect(Part part, Parts parts, int depth) throws MessagingException, IOException {
        if (isStatus(part)) {
            parts.status = fields(part);
        } else if (part.isMimeType("message/feedback-report")) {
            parts.feedback = fields(part);
        } else if (part.isMimeType("message/*") || part.isMimeType("text/rfc822-headers")) {
            parts.original = fields(part);
        } else if (depth < 3 && part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart inner = many.getBodyPart(i);
                collect(inner, parts, depth + 1);
            }
        }
    }

    /** The fields of a part; those of each recipient of a status come after those of the mail, and there is one. */
    private static Map<String, String> fields(Part part) throws MessagingException, IOException {
        byte[] bytes;
        try (InputStream content = part.getInputStream()) {
            bytes = content.readNBytes(LARGEST_PART);
        }
        var fields = new TreeMap<String, String>();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean headersOnly = !isStatus(part);
        for (String block : text.split("\r?\n\r?\n")) {
            var headers = new InternetHeaders(
                    new ByteArrayInputStream((block + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1)));
            for (Header header : Collections.list(headers.getAllHeaders())) {
                fields.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
            }
            if (headersOnly) {
                break;
            }
        }
        return fields;
    }

    private static boolean isStatus(Part part) throws MessagingException {
        return part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status");
    }
}
