package org.upturn.server.conventions;

import java.util.List;
import java.util.Map;
import org.upturn.server.conventions.OpenApiTest.Described;
import org.upturn.server.house.Acme;

/** Calls every operation of the tracks once. */
final class TrackOperations {
    private static final String V1 = "/api/v1";

    private TrackOperations() {}

    static void call(Described api, Acme acme) {
        var wave = acme.wave("Tracked");
        acme.answer(wave, acme.ben, 7, "Slow support.");
        var praise = acme.answer(wave, acme.ada, 10, "The export saved us a week.");
        String of = "/programs/{program}";
        String program = V1 + "/programs/" + acme.program.id().value();
        String ben = program + "/passives/" + acme.ben.id().value();
        var owner = Map.of("owner", acme.olga.id().value());
        api.json("PUT", of + "/passives/{contact}/owner", ben + "/owner", owner, 204);
        var called = Map.of("kind", "call", "words", "Wants quicker answers.");
        api.post(of + "/passives/{contact}/touchpoints", ben + "/touchpoints", called, 201);
        api.post(of + "/passives/{contact}/touchpoints", ben + "/touchpoints", Map.of("kind", "call"), 422);
        api.get(of + "/passives", program + "/passives?limit=10");
        var settings = Map.of(
                "referralUrl", "https://acme.example.org/welcome",
                "reward", "A month free for both of you.",
                "reviewPlaces", List.of(Map.of("name", "Google", "url", "https://g.example.org/r")));
        api.json("PUT", of + "/tracks", program + "/tracks", settings, 200);
        api.json("PUT", of + "/tracks", program + "/tracks", Map.of("referralUrl", "javascript:alert(1)"), 422);
        api.get(of + "/tracks", program + "/tracks");
        String thanks = V1 + "/responses/" + praise.id().value() + "/thanks";
        api.post("/responses/{response}/thanks", thanks, Map.of("way", "hand"), 204);
        api.post("/responses/{response}/thanks", thanks, Map.of("way", "hand"), 409);
        String code = api.get(of + "/promoters", program + "/promoters")
                .json()
                .at("/items/0/code")
                .asString();
        api.post(of + "/referrals", program + "/referrals", Map.of("code", code, "reference", "Order 7"), 201);
        api.post(of + "/referrals", program + "/referrals", Map.of("code", "NOBODYS1", "reference", "Order 7"), 422);
        api.get(of + "/testimonials", program + "/testimonials");
        var birthday = Map.of("milestone", "birthday", "attribute", "born");
        api.json("PUT", of + "/greetings", program + "/greetings", Map.of("items", List.of(birthday)), 200);
        var unnamed = Map.of("milestone", "birthday");
        api.json("PUT", of + "/greetings", program + "/greetings", Map.of("items", List.of(unnamed)), 422);
        api.get(of + "/greetings", program + "/greetings");
    }
}
