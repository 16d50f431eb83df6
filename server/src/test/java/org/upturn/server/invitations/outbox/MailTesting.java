package org.upturn.server.invitations.outbox;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Post;
import org.upturn.server.invitations.mail.MailSettings;
import org.upturn.server.invitations.mail.Pace;
import org.upturn.server.invitations.mail.Sender;

/** What tests of mail need of a workspace. */
final class MailTesting {
    private MailTesting() {}

    static MailSettings settings(int port, String url) {
        return settings(port, url, new Pace(10_000, 30));
    }

    static MailSettings settings(int port, String url, Pace pace) {
        var sender =
                new Sender("Acme", "hello@acme.example.org", null, "bounces@acme.example.org", "Acme, 1 High Street");
        return Post.settings(url, port, sender, pace);
    }

    static Contact contact(Doors doors, Acme acme, String name) {
        var told =
                new NewContact(name + "-mail", name, Acme.email(name), null, "Acme Ltd", Map.of("site", "North"), null);
        return doors.contacts.register(acme.workspace(), told).contact();
    }

    static Mailings.Order everyone(Integer... reminders) {
        return new Mailings.Order(Audience.EVERYONE, null, 1, List.of(reminders));
    }

    static void awaitUntil(java.util.concurrent.Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
