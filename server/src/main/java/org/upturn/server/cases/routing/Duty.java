package org.upturn.server.cases.routing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.upturn.server.workspaces.MemberId;

/**
 * Who is there at a moment, and how much each has to do.
 *
 * @param absences those of these days, of anybody
 * @param hours of those who told them, looked up when they matter; whoever did not is always at work
 * @param load open cases of each, looked up when several could take it; none for those who have none
 * @param zone of the workspace, for those who told no hours
 */
public record Duty(
        Instant now,
        List<Absence> absences,
        Supplier<Map<MemberId, WorkingHours>> hours,
        Supplier<Map<MemberId, Long>> load,
        ZoneId zone) {
    public Duty {
        hours = SingletonSupplier.of(hours);
        load = SingletonSupplier.of(load);
    }

    /** Of these the one who is there, at work now before those who are not, with the fewest open cases, in their order. */
    public Optional<RuleSet.Present> choose(List<MemberId> candidates) {
        var there = new ArrayList<RuleSet.Present>();
        candidates.forEach(one -> standIn(one).ifPresent(there::add));
        return there.stream()
                .min(Comparator.comparing((RuleSet.Present one) -> !isAtWork(one.member()))
                        .thenComparing(one -> load.get().getOrDefault(one.member(), 0L)));
    }

    /** The person, or who covers for them, or who covers for that one. */
    private Optional<RuleSet.Present> standIn(MemberId meant) {
        Set<MemberId> asked = new HashSet<>();
        @Nullable MemberId one = meant;
        while (one != null && asked.add(one)) {
            Optional<Absence> leave = leave(one);
            if (leave.isEmpty()) {
                return Optional.of(new RuleSet.Present(one, one.equals(meant) ? null : meant));
            }
            one = leave.get().cover();
        }
        return Optional.empty();
    }

    private Optional<Absence> leave(MemberId member) {
        return absences.stream()
                .filter(one -> one.member().equals(member))
                .filter(one -> one.holds(today(member)))
                .findFirst();
    }

    private LocalDate today(MemberId member) {
        WorkingHours theirs = hours.get().get(member);
        return LocalDate.ofInstant(now, theirs == null ? zone : theirs.zone());
    }

    private boolean isAtWork(MemberId member) {
        WorkingHours theirs = hours.get().get(member);
        return theirs == null || theirs.holds(now);
    }
}
