package org.upturn.server.cases.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.util.MultiValueMap;
import org.upturn.server.cases.routing.RoutingRule;
import org.upturn.server.cases.routing.Target;
import org.upturn.server.cases.routing.When;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.MemberId;

/**
 * Reads the form of a rule.
 *
 * @param account the one of a name, if there is one
 */
record RuleForm(MultiValueMap<String, String> fields, Function<String, Optional<UUID>> account) {
    RoutingRule rule() {
        String to = fields.getFirst("to");
        Target.Kind kind = Target.Kind.of(to == null ? "members" : to);
        return new RoutingRule(
                first("name").strip(),
                new When(
                        texts("subtypes"),
                        texts("themes"),
                        texts("gaps"),
                        texts("words"),
                        ids("segments", Function.identity()),
                        accounts(),
                        Arrays.stream(first("languages").split("[,;\\s]+"))
                                .filter(one -> !one.isEmpty())
                                .collect(Collectors.toSet())),
                new Target(kind, kind == Target.Kind.MEMBERS ? List.copyOf(ids("members", MemberId::new)) : List.of()));
    }

    /** Those that stay marked, and those that are named: one, or several with semicolons between. */
    private Set<UUID> accounts() {
        var all = new HashSet<>(ids("accounts", Function.identity()));
        String named = first("account").strip();
        Optional<UUID> one = named.isEmpty() ? Optional.empty() : account.apply(named);
        one.ifPresent(all::add);
        if (one.isEmpty()) {
            for (String name : named.split(";")) {
                if (!name.isBlank()) {
                    all.add(account.apply(name.strip())
                            .orElseThrow(() -> Problem.invalid("account", "problem.routing.account", name.strip())));
                }
            }
        }
        return all;
    }

    /**
     * Which of the rules to begin with are wanted, and to whom each leads.
     *
     * @param offered as they were shown
     */
    static List<RoutingRule> usual(MultiValueMap<String, String> fields, List<RoutingView.Usual> offered) {
        List<String> wanted = fields.getOrDefault("usual", List.of());
        return offered.stream()
                .filter(one -> wanted.contains(one.kind().word()))
                .map(one -> {
                    var people = ids(fields, "to-" + one.kind().word(), MemberId::new);
                    return people.isEmpty()
                            ? one.rule()
                            : new RoutingRule(
                                    one.rule().name(),
                                    one.rule().when(),
                                    new Target(Target.Kind.MEMBERS, List.copyOf(people)));
                })
                .toList();
    }

    private String first(String field) {
        String told = fields.getFirst(field);
        return told == null ? "" : told;
    }

    private Set<String> texts(String field) {
        return Set.copyOf(fields.getOrDefault(field, List.of()));
    }

    private <T> Set<T> ids(String field, Function<UUID, T> id) {
        return ids(fields, field, id);
    }

    private static <T> Set<T> ids(MultiValueMap<String, String> fields, String field, Function<UUID, T> id) {
        try {
            return fields.getOrDefault(field, List.of()).stream()
                    .map(UUID::fromString)
                    .map(id)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException none) {
            throw Problem.invalid(field, "problem.routing.unknown", field, "");
        }
    }
}
