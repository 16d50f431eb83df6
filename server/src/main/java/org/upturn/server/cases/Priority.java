package org.upturn.server.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.upturn.engine.said.Consequence;
import org.upturn.server.contacts.Account;

/**
 * How soon a case is worth a person's time, and why. Trajectory and words count together, not the score: "a 5 after a 9
 * outranks a first-time 1" (S4-19). Converted come before everybody else, whatever the words (S4-16: "highest priority");
 * then chronic ones and those who name what is about to be lost. The score only settles what is otherwise equal.
 *
 * @param points 0 to 200; only their order means something
 * @param reasons what they are made of, the heaviest first
 */
public record Priority(int points, List<Reason> reasons) {
    private static final int CONVERTED = 100;
    private static final int A_POINT_FALLEN = 3;
    private static final int CHRONIC = 20;
    private static final int PEAK = 5;
    private static final int LEAVING = 20;
    private static final int CONSEQUENCE = 12;
    private static final int HOSTILE = 10;
    private static final int FAILURE = 8;
    private static final int RENEWAL = 12;
    static final int RENEWAL_DAYS = 90;

    /** A part of the points. */
    public record Reason(Why why, int points) {}

    /** What makes a case urgent. */
    public enum Why {
        CONVERTED,
        CHRONIC,
        PEAK,
        LEAVING,
        CONSEQUENCE,
        HOSTILE,
        FAILURE,
        RENEWAL,
        SCORE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Priority {
        reasons = List.copyOf(reasons);
    }

    /** @param today in the workspace's time zone, asked for where an account renews: within the next 90 days counts */
    public static Priority of(CaseFacts facts, Supplier<LocalDate> today) {
        var reasons = new ArrayList<Reason>();
        switch (facts.subtype()) {
            case CONVERTED -> {
                int fallen = facts.before() == null
                        ? 0
                        : facts.before().value() - facts.score().value();
                reasons.add(new Reason(Why.CONVERTED, CONVERTED + A_POINT_FALLEN * Math.max(0, fallen)));
            }
            case CHRONIC -> reasons.add(new Reason(Why.CHRONIC, CHRONIC));
            case NEW -> {}
        }
        if (facts.peak() != null) {
            reasons.add(new Reason(Why.PEAK, PEAK));
        }
        words(facts, reasons);
        if (renewsSoon(facts.account(), today)) {
            reasons.add(new Reason(Why.RENEWAL, RENEWAL));
        }
        reasons.add(new Reason(Why.SCORE, 6 - facts.score().value()));
        reasons.removeIf(one -> one.points() <= 0);
        reasons.sort((one, other) -> Integer.compare(other.points(), one.points()));
        return new Priority(reasons.stream().mapToInt(Reason::points).sum(), reasons);
    }

    /** Whether a renewal is a part of it: that changes with the days. */
    boolean countsRenewal() {
        return reasons.stream().anyMatch(one -> one.why() == Why.RENEWAL);
    }

    private static void words(CaseFacts facts, List<Reason> reasons) {
        var consequences = facts.slots().consequences();
        if (consequences.stream().anyMatch(one -> one.kind() == Consequence.Kind.LEAVING)) {
            reasons.add(new Reason(Why.LEAVING, LEAVING));
        } else if (!consequences.isEmpty()) {
            reasons.add(new Reason(Why.CONSEQUENCE, CONSEQUENCE));
        }
        if (facts.isHostile()) {
            reasons.add(new Reason(Why.HOSTILE, HOSTILE));
        }
        if (!facts.slots().failures().isEmpty()) {
            reasons.add(new Reason(Why.FAILURE, FAILURE));
        }
    }

    private static boolean renewsSoon(@org.jspecify.annotations.Nullable Account account, Supplier<LocalDate> today) {
        LocalDate renewal = account == null ? null : account.renewsOn();
        return renewal != null
                && !renewal.isBefore(today.get())
                && !renewal.isAfter(today.get().plusDays(RENEWAL_DAYS));
    }
}
