package org.upturn.server.cases.routing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.CaseFacts;
import org.upturn.server.workspaces.MemberId;

/**
 * The rules of a program in their order; the first that holds and leads to somebody decides. Whom none of them takes the
 * program's own owners answer for: the senior for converted detractors (S4-16), the loop owner for all others (S1-14).
 */
public record RuleSet(List<RoutingRule> rules) {
    public static final RuleSet NONE = new RuleSet(List.of());

    public RuleSet {
        rules = List.copyOf(rules);
    }

    /** The same, leading to somebody else wherever they lead to this one. */
    RuleSet leadingTo(MemberId from, MemberId to) {
        return new RuleSet(rules.stream()
                .map(rule -> new RoutingRule(rule.name(), rule.when(), rule.to().instead(from, to)))
                .toList());
    }

    /**
     * Who it is.
     *
     * @param rule that decided; null where the program's own owner stands in
     * @param covers who is on leave; null where the person who was meant is there
     */
    public record Decision(
            @Nullable String rule, MemberId owner, @Nullable MemberId covers) {}

    /** Somebody who is there. @param covers whom they stand in for */
    public record Present(MemberId member, @Nullable MemberId covers) {}

    /**
     * @param own the program's own owner for this person; null while nobody is named
     * @param duty who of these is there and has the least to do; nobody when all are on leave without cover
     * @param inSegment whether the person is in that segment now
     * @return empty only when no rule leads to anybody and the program has no owner
     */
    public Optional<Decision> decide(
            CaseFacts facts,
            @Nullable MemberId own,
            Function<List<MemberId>, Optional<Present>> duty,
            Predicate<UUID> inSegment) {
        for (RoutingRule rule : rules) {
            if (rule.when().holds(facts, inSegment)) {
                List<MemberId> candidates = rule.to().candidates(facts);
                Optional<Present> present = candidates.isEmpty() ? Optional.empty() : duty.apply(candidates);
                if (present.isPresent()) {
                    return present.map(one -> new Decision(rule.name(), one.member(), one.covers()));
                }
            }
        }
        if (own == null) {
            return Optional.empty();
        }
        // A fallback that is always there (S1-14): on leave without cover it is still theirs, rather than nobody's.
        return Optional.of(duty.apply(List.of(own))
                .map(one -> new Decision(null, one.member(), one.covers()))
                .orElse(new Decision(null, own, null)));
    }
}
