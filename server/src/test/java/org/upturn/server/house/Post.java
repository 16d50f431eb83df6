package org.upturn.server.house;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.invitations.mail.Colours;
import org.upturn.server.invitations.mail.MailServer;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.Pace;
import org.upturn.server.invitations.mail.Sender;
import org.upturn.server.invitations.mail.Tls;

/** Mail of a test: over which server a workspace sends it, and what that received, by whom it is for; alerts come in too. */
public final class Post {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Post() {}

    /**
     * Lets a workspace send all its mail over the server at this port.
     *
     * @param bounces where reports of what was not delivered go; null for back to the sender
     */
    public static void carry(Doors doors, Acme acme, int port, @Nullable String bounces) {
        var sender = new Sender("Acme", "hello@acme.example.org", null, bounces, "Acme, 1 High Street");
        doors.mailSetup.save(acme.olga, settings(doors.url(), port, sender, new Pace(10_000, 30)), null);
    }

    /** @param url how the installation is reached */
    public static MailSettings settings(String url, int port, Sender sender, Pace pace) {
        var server = new MailServer("127.0.0.1", port, Tls.NONE, null);
        return new MailSettings(server, sender, url, Colours.STANDARD, pace, null, null);
    }

    /** The first mail to this address, as soon as it has come. */
    public static MimeMessage first(GreenMail server, String address) {
        await().alias("a mail to " + address)
                .atMost(LONGEST)
                .until(() -> !all(server, address).isEmpty());
        return all(server, address).getFirst();
    }

    public static List<MimeMessage> all(GreenMail server, String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Arrays.stream(mail.getRecipients(Message.RecipientType.TO))
                    .anyMatch(one -> one.toString().contains(address));
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
