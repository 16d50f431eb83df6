package org.upturn.server.cases.web;

import java.util.Arrays;
import java.util.List;
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

/** Reads the form of a rule. */
record RuleForm(MultiValueMap<String, String> fields) {
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
                        Set.of(),
                        Arrays.stream(first("languages").split("[,;\\s]+"))
                                .filter(one -> !one.isEmpty())
                                .collect(Collectors.toSet())),
                new Target(kind, kind == Target.Kind.MEMBERS ? List.copyOf(ids("members", MemberId::new)) : List.of()));
    }

    private String first(String field) {
        String told = fields.getFirst(field);
        return told == null ? "" : told;
    }

    private Set<String> texts(String field) {
        return Set.copyOf(fields.getOrDefault(field, List.of()));
    }

    private <T> Set<T> ids(String field, Function<UUID, T> id) {
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
