package org.upturn.server.conventions;

import java.util.List;
import java.util.Map;
import org.upturn.server.conventions.OpenApiTest.Described;
import org.upturn.server.house.Acme;

/** Calls every operation of open links, widgets and kiosks once. */
final class ChannelOperations {
    private static final String V1 = "/api/v1";

    private ChannelOperations() {}

    static void call(Described api, Acme acme) {
        String program = V1 + "/programs/" + acme.program.id().value();
        var told = Map.of(
                "kind",
                "widget",
                "name",
                "Help pages",
                "settings",
                Map.of("origins", List.of("https://www.example.org")));
        String all = "/programs/{program}/collectors";
        String id = api.post(all, program + "/collectors", told, 201)
                .json()
                .path("id")
                .asString();
        api.post(all, program + "/collectors", Map.of("kind", "fax", "name", "F"), 422);
        api.get(all, program + "/collectors");
        String one = "/collectors/{collector}";
        String path = V1 + "/collectors/" + id;
        api.get(one, path);
        api.json("PUT", one, path, Map.of("name", "Help", "settings", Map.of("delay", 9)), 200);
        api.json("PUT", one, path, Map.of("name", "Help", "settings", Map.of("delay", 9_999)), 422);
        api.post(one + "/key", path + "/key", Map.of(), 200);
        api.post(one + "/secret", path + "/secret", Map.of(), 201);
        api.json("PUT", one + "/closure", path + "/closure", Map.of(), 204);
        api.json("DELETE", one + "/closure", path + "/closure", Map.of(), 204);
        var wave = acme.wave("By channel");
        acme.answer(wave, acme.ada, 9, "Good.");
        api.get(
                "/programs/{program}/waves/{wave}/channels",
                program + "/waves/" + wave.id().value() + "/channels");
    }
}
