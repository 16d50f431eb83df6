package org.upturn.server.conventions;

import java.util.Map;
import org.upturn.server.conventions.OpenApiTest.Described;
import org.upturn.server.house.Acme;

/** Calls every operation of correction links once and holds the answers against the description. */
final class CorrectionOperations {
    private static final String V1 = "/api/v1";

    private CorrectionOperations() {}

    static void call(Described api, Acme acme) {
        var wave = acme.wave("Corrected");
        var answer = acme.answer(wave, acme.eve, 3, "");
        String of = "/responses/{response}/corrections";
        String path = V1 + "/responses/" + answer.id().value() + "/corrections";
        String id = api.post(of, path, Map.of("reason", "missing-why", "mail", false, "days", 7), 201)
                .json()
                .path("id")
                .asString();
        api.post(of, path, Map.of("reason", "missing-why", "mail", false), 409);
        api.post(of, path, Map.of("reason", "nothing"), 422);
        api.get(of, path);
        api.json("DELETE", of + "/{correction}", path + "/" + id, Map.of(), 204);
        String program = V1 + "/programs/" + acme.program.id().value();
        String many = "/programs/{program}/waves/{wave}/corrections";
        String base = program + "/waves/" + wave.id().value();
        api.get(many, base + "/corrections");
        api.post(many, base + "/corrections", Map.of("kind", "any-why"), 200);
        api.get("/programs/{program}/waves/{wave}", base + "?basis=first");
        api.check("GET /programs/{program}/waves/{wave}", api.client().get(base + "?basis=last"), 422);
        String rules = "/programs/{program}/correction-rules";
        api.get(rules, program + "/correction-rules");
        String rule = program + "/correction-rules/detractor-why";
        api.json("PUT", rules + "/{rule}", rule, Map.of("delayMinutes", 60), 200);
        api.json("PUT", rules + "/{rule}", rule, Map.of("delayMinutes", 9000), 422);
        api.json("DELETE", rules + "/{rule}", rule, Map.of(), 204);
    }
}
