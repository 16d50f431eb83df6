package org.upturn.server.alerts;

import java.util.Locale;
import org.upturn.server.kernel.Problem;

/** Where a whole team hears of alerts. */
public enum ChannelKind {
    /** An incoming webhook of Slack, or of what understands the same. */
    SLACK,
    /** The webhook of a workflow in Microsoft Teams. */
    TEAMS,
    /** A program of the team's own; signed. */
    WEBHOOK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ChannelKind of(String word) {
        for (ChannelKind one : values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        throw Problem.invalid("kind", "problem.alerts.kind");
    }
}
