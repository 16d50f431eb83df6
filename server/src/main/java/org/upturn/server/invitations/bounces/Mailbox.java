package org.upturn.server.invitations.bounces;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upturn.server.invitations.mail.MailServer;
import org.upturn.server.invitations.mail.Tls;

/** Reads reports from the inbox of an IMAP server. Only looks: nothing is marked, moved or deleted. */
final class Mailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int MOST_AT_A_TIME = 500;
    private static final int LARGEST_MAIL = 10 << 20;

    private final MailServer server;
    private final @Nullable String password;

    Mailbox(MailServer server, @Nullable String password) {
        this.server = server;
        this.password = password;
    }

    /** How far it was read. @param validity changes when the server has numbered its mails anew (RFC 3501, 2.3.1.1) */
    record Mark(long validity, long seen) {}

    /** What is done with a mail. */
    record Readers(Consumer<Returned> reports, Consumer<MimeMessage> others) {}

    /**
     * Hands over each mail after the mark: what it reports about one of ours, or the mail itself.
     *
     * @return how far it is read now; the same as before when there was nothing
     */
    Mark readAfter(Mark mark, Readers readers) throws MessagingException {
        try (Store store = Session.getInstance(properties()).getStore("imap")) {
            store.connect(server.host(), server.port(), server.user(), password);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                return read(inbox, mark, readers);
            }
        }
    }

    private static Mark read(Folder inbox, Mark mark, Readers readers) throws MessagingException {
        var numbered = (UIDFolder) inbox;
        long validity = numbered.getUIDValidity();
        long seen = validity == mark.validity() ? mark.seen() : 0;
        Message[] all = numbered.getMessagesByUID(seen + 1, UIDFolder.LASTUID);
        Message[] some = java.util.Arrays.copyOf(all, Math.min(all.length, MOST_AT_A_TIME));
        var profile = new FetchProfile();
        profile.add(FetchProfile.Item.CONTENT_INFO);
        profile.add(UIDFolder.FetchProfileItem.UID);
        inbox.fetch(some, profile);
        for (Message message : some) {
            long uid = numbered.getUID(message);
            if (uid > seen) {
                read(message, readers);
                seen = uid;
            }
        }
        return new Mark(validity, seen);
    }

    private static void read(Message message, Readers readers) throws MessagingException {
        try {
            if (message.getSize() <= LARGEST_MAIL) {
                if (message.isMimeType("multipart/report")) {
                    ReturnedMail.read(message).ifPresent(readers.reports());
                } else if (message instanceof MimeMessage mail) {
                    readers.others().accept(mail);
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.info(
                    "A mail in the mailbox could not be read: {}",
                    unreadable.getClass().getSimpleName());
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("mail.imap.connectiontimeout", "10000");
        properties.setProperty("mail.imap.timeout", "60000");
        properties.setProperty("mail.imap.writetimeout", "60000");
        properties.setProperty("mail.imap.starttls.enable", "" + (server.tls() == Tls.STARTTLS));
        properties.setProperty("mail.imap.starttls.required", "" + (server.tls() == Tls.STARTTLS));
        properties.setProperty("mail.imap.ssl.enable", "" + (server.tls() == Tls.TLS));
        return properties;
    }
}
