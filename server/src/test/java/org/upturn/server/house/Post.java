package org.upturn.server.house;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What a mail server has received, by whom it is for: alerts to the team come in beside what a test waits for. */
public final class Post {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Post() {}

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
