package org.upturn.server.cases.routing;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rules as they are stored. */
final class RuleJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RuleJson() {}

    static String write(RuleSet rules) {
        return JSON.writeValueAsString(rules.rules());
    }

    static RuleSet read(String json) {
        return new RuleSet(JSON.readValue(json, new TypeReference<List<RoutingRule>>() {}));
    }
}
