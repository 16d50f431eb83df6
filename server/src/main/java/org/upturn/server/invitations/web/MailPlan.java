package org.upturn.server.invitations.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.segments.Segment;
import org.upturn.server.invitations.outbox.Carrier;
import org.upturn.server.invitations.outbox.Mailing;
import org.upturn.server.invitations.outbox.Skip;
import org.upturn.server.surveys.Wave;

/**
 * The mails of a wave: what was ordered, how far it has got, and what can be ordered now.
 *
 * @param carriers by which invitations can go out
 * @param open whether the wave can still be answered
 */
public record MailPlan(
        Wave wave, List<Carrier> carriers, boolean open, List<Order> orders, Standing standing, Choices choices) {
    /** What mail server and gateway said when they refused us; null while they work. */
    public record Standing(@Nullable String mail, @Nullable String gateway) {}

    /** What people can be chosen by. */
    public record Choices(List<String> attributes, List<Segment> segments) {
        /** The name of a segment; its id when it is gone. */
        public @Nullable String named(@Nullable String value) {
            return segments.stream()
                    .filter(one -> one.id().toString().equals(value))
                    .map(Segment::name)
                    .findFirst()
                    .orElse(value);
        }
    }

    /** An order with the reasons why some got nothing. */
    public record Order(Mailing mailing, Map<Skip, Long> skips) {}

    /** Whether something goes out while one looks. */
    public boolean isMoving() {
        return orders.stream().anyMatch(one -> one.mailing().isSending());
    }

    /** Whether anything can be sent. */
    public boolean ready() {
        return !carriers.isEmpty();
    }

    /** Whether there is a choice of how to send. */
    public boolean isChoice() {
        return carriers.size() > 1;
    }
}
