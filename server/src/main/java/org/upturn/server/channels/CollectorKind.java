package org.upturn.server.channels;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.upturn.server.invitations.Channel;
import org.upturn.server.kernel.Problem;

/** What a collector is. */
public enum CollectorKind {
    /** One link for everybody. */
    OPEN("/o/", Channel.OPEN),
    /** A script on the team's own site. */
    WIDGET("/w/", Channel.WIDGET),
    /** A tablet that stands somewhere. */
    KIOSK("/k/", Channel.KIOSK);

    private final String path;
    private final Channel channel;

    CollectorKind(String path, Channel channel) {
        this.path = path;
        this.channel = channel;
    }

    public Channel channel() {
        return channel;
    }

    /** Where the link of this kind begins. */
    String path() {
        return path;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem when there is no such kind */
    public static CollectorKind of(@Nullable String word) {
        for (CollectorKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw Problem.invalid("kind", "problem.collector.kind");
    }
}
