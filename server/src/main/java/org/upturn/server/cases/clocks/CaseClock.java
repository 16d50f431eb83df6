package org.upturn.server.cases.clocks;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.CaseNews;
import org.upturn.server.cases.Clocks;

/**
 * What has to be done in time. Each is measured on the wall from when the person answered (decisions 4, 9, 10) and looked at
 * once.
 */
public enum CaseClock {
    /** An owner is chosen with what the words say; should they not be read in two minutes, without. */
    ROUTE(Duration.ofMinutes(2), CaseNews.Kind.ASSIGNED),
    /** "If a ticket sits unassigned for more than 24 hours, your system is broken" (S3-21). */
    ASSIGN(Clocks.ASSIGN, CaseNews.Kind.UNASSIGNED),
    /** The one question to the silent, by default within a day (decision 9, S4-18). */
    QUESTION(Clocks.QUESTION, CaseNews.Kind.QUESTION_DUE),
    /** Three quarters of the recovery window are over; the quarter is our choice. */
    CONTACT_SOON(Duration.ofHours(36), CaseNews.Kind.CONTACT_SOON),
    /** The recovery window (S1-02). */
    CONTACT(Clocks.RECOVERY_WINDOW, CaseNews.Kind.CONTACT_LATE),
    /** "If you can't act within 30 days you don't need the data every 30 days" (S3-25). */
    ACT(Clocks.ACT, CaseNews.Kind.ACT_LATE);

    private final Duration allowed;
    private final CaseNews.Kind news;

    CaseClock(Duration allowed, CaseNews.Kind news) {
        this.allowed = allowed;
        this.news = news;
    }

    /** When it runs out. */
    public Instant due(Instant answeredAt) {
        return answeredAt.plus(allowed);
    }

    Duration allowed() {
        return allowed;
    }

    CaseNews.Kind news() {
        return news;
    }

    /** What is looked at when it runs out. @param routed whether its owner was chosen with its words read */
    record State(boolean open, boolean owned, boolean contacted, boolean silent, boolean routed) {}

    /** Whether it was done in time, or need not be done. */
    boolean isKept(State now) {
        return !now.open()
                || switch (this) {
                    case ROUTE -> now.routed() || !now.owned();
                    case ASSIGN -> now.owned();
                    case QUESTION -> !now.silent() || now.contacted();
                    case CONTACT_SOON, CONTACT -> now.contacted();
                    case ACT -> false;
                };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable CaseClock of(String word) {
        for (CaseClock clock : values()) {
            if (clock.word().equals(word)) {
                return clock;
            }
        }
        return null;
    }
}
