package org.upturn.server.cases.web;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.upturn.server.cases.routing.RoutingRule;
import org.upturn.server.cases.routing.Target;
import org.upturn.server.cases.routing.When;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.MemberId;

/**
 * What the form of a rule holds: filled from a rule, or as somebody sent it, which is shown again when it was refused.
 *
 * @param fields by name, as a browser sends them
 */
public record RuleForm(MultiValueMap<String, String> fields) {
    /**
     * A form that was refused.
     *
     * @param place of the rule it is about; beyond the last for a new one
     */
    public record Refused(int place, RuleForm form, Problem problem) {}

    /** What a form begins with: the rule that is changed, or nothing for a new one. */
    static RuleForm of(@Nullable RoutingRule rule) {
        var fields = new LinkedMultiValueMap<String, String>();
        if (rule == null) {
            fields.add("to", Target.Kind.MEMBERS.word());
            return new RuleForm(fields);
        }
        fields.add("name", rule.name());
        fields.addAll("subtypes", List.copyOf(rule.when().subtypes()));
        fields.addAll("themes", List.copyOf(rule.when().themes()));
        fields.addAll("gaps", List.copyOf(rule.when().gaps()));
        fields.addAll("words", List.copyOf(rule.when().words()));
        rule.when().segments().forEach(one -> fields.add("segments", one.toString()));
        rule.when().accounts().forEach(one -> fields.add("accounts", one.toString()));
        fields.add("languages", String.join(", ", rule.when().languages()));
        fields.add("to", rule.to().kind().word());
        rule.to().members().forEach(one -> fields.add("members", one.value().toString()));
        return new RuleForm(fields);
    }

    /** What a field holds; empty when nothing. */
    public String value(String field) {
        String told = fields.getFirst(field);
        return told == null ? "" : told;
    }

    /** All that is chosen of several. */
    public Set<String> all(String field) {
        return Set.copyOf(fields.getOrDefault(field, List.of()));
    }

    /** The place in the list where the rule is wanted, from 0 on. */
    int place(int otherwise) {
        String told = value("position");
        return told.matches("\\d{1,3}") ? Integer.parseInt(told) - 1 : otherwise;
    }

    /** @param account the one of a name, if there is one */
    RoutingRule rule(Function<String, Optional<UUID>> account) {
        String to = value("to");
        Target.Kind kind = Target.Kind.of(to.isEmpty() ? "members" : to);
        return new RoutingRule(
                value("name").strip(),
                new When(
                        all("subtypes"),
                        all("themes"),
                        all("gaps"),
                        all("words"),
                        ids("segments", Function.identity()),
                        accounts(account),
                        Arrays.stream(value("languages").split("[,;\\s]+"))
                                .filter(one -> !one.isEmpty())
                                .collect(Collectors.toSet())),
                new Target(kind, kind == Target.Kind.MEMBERS ? List.copyOf(ids("members", MemberId::new)) : List.of()));
    }

    /** Those that stay marked, and those that are named: one, or several with semicolons between. */
    private Set<UUID> accounts(Function<String, Optional<UUID>> account) {
        var all = new HashSet<>(ids("accounts", Function.identity()));
        String named = value("account").strip();
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
