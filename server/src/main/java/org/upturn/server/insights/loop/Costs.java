package org.upturn.server.insights.loop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the loop cost, in the workspace's currency.
 *
 * @param byAction the dearest first
 * @param byBecame in the order of {@link Became}; only those with costs or actions
 * @param byOutcome {@code open} or the word of the outcome; as before
 */
public record Costs(List<Line> byAction, List<Line> byBecame, List<Line> byOutcome, BigDecimal total, long recovered) {
    /**
     * A part of the costs.
     *
     * @param of the name of an action, or a word
     * @param uses how often something was done
     * @param cases for how many people
     * @param recovered how many of these recovered
     */
    public record Line(String of, long uses, long cases, long recovered, BigDecimal total) {}

    /** Costs of these cases; a use for another case is left out. */
    public static Costs of(List<LoopCase> cases, List<ActionUse> uses) {
        Set<UUID> used = uses.stream().map(ActionUse::item).collect(Collectors.toSet());
        Map<UUID, LoopCase> known = cases.stream()
                .filter(one -> used.contains(one.id()))
                .collect(Collectors.toMap(LoopCase::id, Function.identity()));
        List<ActionUse> theirs =
                uses.stream().filter(use -> known.containsKey(use.item())).toList();
        var byAction = new LinkedHashMap<String, Tally>();
        var byBecame = new TreeMap<Became, Tally>();
        var byOutcome = new TreeMap<String, Tally>();
        for (ActionUse use : theirs) {
            LoopCase one = known.get(use.item());
            byAction.computeIfAbsent(use.action(), name -> new Tally()).add(use, one);
            byBecame.computeIfAbsent(one.became(), became -> new Tally()).add(use, one);
            byOutcome
                    .computeIfAbsent(
                            one.outcome() == null ? "open" : one.outcome().word(), word -> new Tally())
                    .add(use, one);
        }
        return new Costs(
                lines(byAction, name -> name).stream()
                        .sorted(Comparator.comparing(Line::total).reversed().thenComparing(Line::of))
                        .toList(),
                lines(byBecame, Became::word),
                lines(byOutcome, word -> word),
                theirs.stream().map(ActionUse::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                cases.stream().filter(one -> one.became() == Became.RECOVERED).count());
    }

    public boolean isEmpty() {
        return byAction.isEmpty();
    }

    /** All that was spent, also on those who did not recover, for each who did; null while nobody has. */
    public @Nullable BigDecimal perRecovered() {
        return recovered == 0 ? null : total.divide(BigDecimal.valueOf(recovered), 2, RoundingMode.HALF_UP);
    }

    private static <K> List<Line> lines(Map<K, Tally> tallies, Function<K, String> word) {
        var lines = new ArrayList<Line>();
        tallies.forEach((key, tally) -> lines.add(tally.line(word.apply(key))));
        return lines;
    }

    private static final class Tally {
        private final Set<UUID> cases = new HashSet<>();
        private final Set<UUID> recovered = new HashSet<>();
        private long uses;
        private BigDecimal total = BigDecimal.ZERO;

        void add(ActionUse use, LoopCase one) {
            uses++;
            total = total.add(use.amount());
            cases.add(one.id());
            if (one.became() == Became.RECOVERED) {
                recovered.add(one.id());
            }
        }

        Line line(String of) {
            return new Line(of, uses, cases.size(), recovered.size(), total);
        }
    }
}
