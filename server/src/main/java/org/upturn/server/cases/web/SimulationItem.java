package org.upturn.server.cases.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.routing.Simulation;
import org.upturn.server.workspaces.MemberId;

/** What rules would have done, as the API tells it. */
record SimulationItem(
        int detractors,
        int read,
        Map<String, Integer> subtypes,
        int silent,
        List<Share> owners,
        List<Simulation.Taken> rules,
        int nobody,
        int moved,
        int missed,
        List<Moved> examples) {
    record Share(UUID member, int gets, int had) {}

    record Moved(
            UUID response,
            String person,
            int score,
            @Nullable Integer before,
            String subtype,
            @Nullable String rule,
            UUID gets,
            @Nullable UUID had) {
        static Moved of(Simulation.Moved one) {
            return new Moved(
                    one.response().value(),
                    one.person(),
                    one.score().value(),
                    one.before() == null ? null : one.before().value(),
                    one.subtype().word(),
                    one.rule(),
                    one.gets().value(),
                    id(one.had()));
        }

        private static @Nullable UUID id(@Nullable MemberId member) {
            return member == null ? null : member.value();
        }
    }

    static SimulationItem of(Simulation all) {
        return new SimulationItem(
                all.detractors(),
                all.read(),
                all.subtypes().entrySet().stream()
                        .collect(Collectors.toMap(one -> one.getKey().word(), Map.Entry::getValue)),
                all.silent(),
                all.owners().stream()
                        .map(one -> new Share(one.member().value(), one.gets(), one.had()))
                        .toList(),
                all.rules(),
                all.nobody(),
                all.moved(),
                all.missed(),
                all.examples().stream().map(Moved::of).toList());
    }
}
