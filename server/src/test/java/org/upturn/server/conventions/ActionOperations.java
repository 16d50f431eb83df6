package org.upturn.server.conventions;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.upturn.server.conventions.OpenApiTest.Described;
import org.upturn.server.house.Acme;
import org.upturn.server.workspaces.Role;

/** Calls every operation of actions and of the loop once and holds the answers against the description. */
final class ActionOperations {
    private static final String V1 = "/api/v1";

    private ActionOperations() {}

    static void call(Described api, Acme acme) {
        api.json("PUT", "/settings/currency", V1 + "/settings/currency", Map.of("currency", "euros"), 422);
        api.json("PUT", "/settings/currency", V1 + "/settings/currency", Map.of("currency", "EUR"), 200);
        var refund = Map.of(
                "kind",
                "refund",
                "name",
                "Refund",
                "usualAmount",
                new BigDecimal("40"),
                "limits",
                List.of(Map.of("role", "responder", "perCase", 50, "perMonth", 60)));
        String actions = "/settings/actions";
        String id =
                api.post(actions, V1 + actions, refund, 201).json().path("id").asString();
        api.post(actions, V1 + actions, refund, 409);
        api.post(actions, V1 + actions, Map.of("kind", "gift"), 422);
        api.json("PUT", actions + "/{action}", V1 + actions + "/" + id, refund, 200);
        api.get("/actions", V1 + "/actions");

        var answer = acme.answer(acme.wave("Paid"), acme.contact("Gus"), 3, "The invoice was wrong twice.");
        String item = acme.caseOf(answer).id().value().toString();
        var robin = new Described(api.description(), acme.api(acme.member("Robin", Role.RESPONDER)));
        String base = V1 + "/cases/" + item + "/actions";
        String path = "/cases/{id}/actions";
        robin.post(path, base, Map.of("action", id, "note", "Twice wrong."), 201);
        String asked = robin.post(path, base, Map.of("action", id), 201)
                .json()
                .path("id")
                .asString();
        robin.post(path, base, Map.of("action", item), 422);
        robin.post(path + "/{action}/decision", base + "/" + asked + "/decision", Map.of("granted", true), 403);
        api.get("/action-requests", V1 + "/action-requests");
        api.post(path + "/{action}/decision", base + "/" + asked + "/decision", Map.of("granted", true), 200);
        api.post(path + "/{action}/decision", base + "/" + asked + "/decision", Map.of("granted", true), 409);
        api.post(path + "/{action}/undoing", base + "/" + asked + "/undoing", Map.of("reason", "Twice."), 200);
        api.get(path, base);
        String loop = "/programs/{program}/loop";
        String figures = V1 + "/programs/" + acme.program.id().value() + "/loop";
        api.get(loop, figures);
        api.get(loop, figures + "?subtype=new");
        api.get(loop + "/people", figures + "/people?limit=2");
        api.check("GET " + loop + "/people", api.client().get(figures + "/people?became=happy"), 422);
        api.json("DELETE", actions + "/{action}", V1 + actions + "/" + id, Map.of(), 204);
    }
}
