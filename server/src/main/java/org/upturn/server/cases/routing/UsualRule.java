package org.upturn.server.cases.routing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.upturn.server.workspaces.MemberId;

/**
 * The rules that most teams begin with, in their order: first how somebody got here, then the failure that the words name, then
 * everybody who is new. Once they are in a draft they are rules like any other.
 */
public enum UsualRule {
    /** "Senior account owner immediately; highest priority" (S4-16, decision 7). */
    CONVERTED_ACCOUNT(Target.Kind.ACCOUNT_SENIOR),
    /** The same for whom no account, or nobody who looks after it, is known. */
    CONVERTED(Target.Kind.MEMBERS),
    /** "Renewal triage" (S4-17): whoever looks after the account. */
    CHRONIC(Target.Kind.ACCOUNT_OWNER),
    /** Somebody asks the one question (S4-18). */
    SILENT(Target.Kind.MEMBERS),
    /** "Service breakdown → support manager" (S4-07). */
    SERVICE(Target.Kind.MEMBERS),
    /** "Feature gap → product team's customer rep" (S4-07). */
    FEATURE(Target.Kind.MEMBERS),
    /** "Relationship issue → CS lead" (S4-07): unheard, no follow-up, poor communication. */
    RELATIONSHIP(Target.Kind.MEMBERS),
    /** "Onboarding lead or product owner" (S4-15). */
    NEW(Target.Kind.MEMBERS);

    /** Themes of the codebooks that programs begin with; our own sorting. */
    private static final Set<String> BREAKDOWNS = Set.of(
            "post-release-friction",
            "reliability",
            "slow-performance",
            "unresolved-issues",
            "slow-response",
            "late-delivery",
            "wrong-or-damaged",
            "account-access",
            "hidden-fees",
            "hard-to-get-support",
            "scheduling",
            "technology-access",
            "waiting",
            "times");

    private static final Set<String> FEATURES = Set.of(
            "missing-features",
            "hard-to-use",
            "poor-quality",
            "content-relevance",
            "too-theoretical",
            "lack-of-practical-examples",
            "curriculum-quality",
            "service-fit",
            "ends-too-early");

    private static final Set<String> NONE = Set.of();

    private final Target.Kind to;

    UsualRule(Target.Kind to) {
        this.to = to;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether people have to be named. */
    public boolean asksForPeople() {
        return to == Target.Kind.MEMBERS;
    }

    /**
     * @param themes of the program's codebook
     * @param people to whom it leads, if that has to be said
     * @return empty where the codebook has none of the themes that it is about
     */
    public Optional<RoutingRule> rule(String name, Set<String> themes, List<MemberId> people) {
        return when(themes)
                .map(when -> new RoutingRule(name, when, new Target(to, asksForPeople() ? people : List.of())));
    }

    private Optional<When> when(Set<String> themes) {
        return switch (this) {
            case CONVERTED_ACCOUNT, CONVERTED -> Optional.of(when(Set.of("converted"), NONE, NONE, NONE));
            case CHRONIC -> Optional.of(when(Set.of("chronic"), NONE, NONE, NONE));
            case SILENT -> Optional.of(when(NONE, NONE, NONE, Set.of("silent")));
            case SERVICE -> naming(BREAKDOWNS, themes);
            case FEATURE -> naming(FEATURES, themes);
            case RELATIONSHIP -> Optional.of(when(NONE, NONE, Set.of("feedback-loop"), NONE));
            case NEW -> Optional.of(when(Set.of("new"), NONE, NONE, NONE));
        };
    }

    private static Optional<When> naming(Set<String> wanted, Set<String> themes) {
        Set<String> there = wanted.stream().filter(themes::contains).collect(Collectors.toSet());
        return there.isEmpty() ? Optional.empty() : Optional.of(when(NONE, there, NONE, NONE));
    }

    private static When when(Set<String> subtypes, Set<String> themes, Set<String> gaps, Set<String> words) {
        return new When(subtypes, themes, gaps, words, Set.of(), Set.of(), NONE);
    }
}
