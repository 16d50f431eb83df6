package org.upturn.server.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upturn.server.house.Browser;
import org.upturn.server.house.Client;
import org.upturn.server.house.Reply;
import tools.jackson.databind.JsonNode;

/** An installation that Olga has set up by its first page, spoken to by API with a key that outlives every restart. */
record Installed(String key) {
    private static final Pattern SECRET = Pattern.compile("<code>([^<]+)</code>");

    static Installed by(UpturnProcess upturn) {
        var browser = new Browser(upturn.url());
        browser.get("/welcome").expect(200);
        var olga = new LinkedHashMap<>(Map.of("workspace", "Acme", "timeZone", "Europe/Berlin", "name", "Olga Brandt"));
        olga.put("email", "olga@acme.example.org");
        olga.put("password", "correct horse battery");
        browser.post("/welcome", olga).expect(303);
        browser.get("/settings").expect(200);
        Reply shown = browser.post("/api-keys", Map.of("name", "test")).expect(200);
        Matcher secret = SECRET.matcher(shown.body());
        if (!secret.find()) {
            throw new AssertionError("No key on the page: " + shown.body());
        }
        return new Installed(secret.group(1));
    }

    Client at(UpturnProcess upturn) {
        return new Client(upturn.url(), key);
    }

    /** Opens a wave of a new program and invites that many contacts; returns their personal links by external id. */
    Map<String, String> invite(UpturnProcess upturn, int contacts) {
        Client api = at(upturn);
        String program = id(api.post("/api/v1/programs", Map.of("name", "Customers", "starter", "company")));
        Instant now = Instant.now();
        var told = Map.of("name", "Q4", "opensAt", "" + now, "closesAt", "" + now.plus(Duration.ofDays(7)));
        String wave = id(api.post("/api/v1/programs/" + program + "/waves", told));
        var links = new LinkedHashMap<String, String>();
        for (int i = 0; i < contacts; i++) {
            String externalId = "C-" + i;
            api.post("/api/v1/contacts", Map.of("externalId", externalId, "name", "Contact " + i))
                    .expect(201);
            JsonNode invitation = api.post("/api/v1/invitations", Map.of("wave", wave, "externalId", externalId))
                    .expect(201)
                    .json();
            String link = invitation.get("link").asString();
            links.put(externalId, link.substring(link.indexOf("/a/")));
        }
        return links;
    }

    private static String id(Reply created) {
        return created.expect(201).json().get("id").asString();
    }
}
