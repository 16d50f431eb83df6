package org.upturn.server.invitations.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.invitations.mail.MailStanding;
import org.upturn.server.invitations.outbox.Mailing;
import org.upturn.server.invitations.outbox.Skip;
import org.upturn.server.surveys.Wave;

/**
 * The mails of a wave: what was ordered, how far it has got, and what can be ordered now.
 *
 * @param ready whether there are settings to send mail with
 * @param open whether the wave can still be answered
 * @param attributes that people can be chosen by
 */
public record MailPlan(
        Wave wave, boolean ready, boolean open, List<Order> orders, MailStanding standing, List<String> attributes) {
    /** An order with the reasons why some got nothing. */
    public record Order(Mailing mailing, Map<Skip, Long> skips) {}

    /** Whether something goes out while one looks. */
    public boolean isMoving() {
        return orders.stream().anyMatch(one -> one.mailing().isSending());
    }

    /** What the mail server said when it refused us; null while it works. */
    public @Nullable String problem() {
        return standing.problem();
    }
}
