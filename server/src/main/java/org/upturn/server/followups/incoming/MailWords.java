package org.upturn.server.followups.incoming;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds in a mail the part that a person wrote, and what is attached. Looks at so much and no deeper. */
final class MailWords {
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 100;
    private static final int LARGEST_TEXT = 1 << 20;
    private static final int LONGEST_NAME = 200;

    private @Nullable String plain;
    private @Nullable String html;
    private final List<String> attachments = new ArrayList<>();
    private int parts;

    private MailWords() {}

    static MailWords of(Part mail) throws MessagingException, IOException {
        var words = new MailWords();
        words.collect(mail, 0);
        return words;
    }

    /** The plain text where there is one, else that of the HTML. */
    QuotedText text() {
        if (plain != null && !plain.isBlank()) {
            return QuotedText.ofPlain(plain);
        }
        return html == null ? new QuotedText("", false) : QuotedText.ofHtml(html);
    }

    /** Name and size of each, for example {@code invoice.pdf (12 kB)}. */
    List<String> attachments() {
        return List.copyOf(attachments);
    }

    private void collect(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            return;
        }
        String name = part.getFileName();
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                || name != null && !part.isMimeType("multipart/*")) {
            attachments.add(named(name == null ? "?" : name, part.getSize()));
        } else if (part.isMimeType("text/plain") && plain == null) {
            plain = text(part);
        } else if (part.isMimeType("text/html") && html == null) {
            html = text(part);
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart inner = many.getBodyPart(i);
                collect(inner, depth + 1);
            }
        }
    }

    private static String named(String name, int size) {
        String line = name.replaceAll("\\p{Cntrl}+", " ").strip();
        String kept = line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) + "…" : line;
        return size > 0 ? kept + " (" + Math.max(1, size / 1_000) + " kB)" : kept;
    }

    private static String text(Part part) throws MessagingException, IOException {
        byte[] bytes;
        try (InputStream content = part.getInputStream()) {
            bytes = content.readNBytes(LARGEST_TEXT);
        }
        return new String(bytes, charset(part)).replace("\0", "");
    }

    private static Charset charset(Part part) throws MessagingException {
        try {
            String told = new jakarta.mail.internet.ContentType(part.getContentType()).getParameter("charset");
            return told == null
                    ? StandardCharsets.UTF_8
                    : Charset.forName(jakarta.mail.internet.MimeUtility.javaCharset(told));
        } catch (jakarta.mail.internet.ParseException | IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
