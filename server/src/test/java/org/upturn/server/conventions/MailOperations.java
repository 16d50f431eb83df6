package org.upturn.server.conventions;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.util.List;
import java.util.Map;
import org.upturn.server.conventions.OpenApiTest.Described;
import org.upturn.server.house.Acme;

/** Calls every operation of mail once, with a real mail server behind it. */
final class MailOperations {
    private static final String V1 = "/api/v1";

    private MailOperations() {}

    static void call(Described api, Acme acme) {
        var post = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
        post.start();
        try {
            theSettings(api, post.getSmtp().getPort());
            theMailings(api, acme);
        } finally {
            post.stop();
        }
    }

    private static void theSettings(Described api, int port) {
        String mail = "/settings/mail";
        api.check("GET " + mail, api.client().get(V1 + mail), 409);
        Map<String, Object> server = Map.of("host", "127.0.0.1", "port", port, "tls", "none");
        Map<String, Object> settings = Map.of(
                "server",
                server,
                "sender",
                Map.of("name", "Acme", "address", "hello@acme.example.org"),
                "publicUrl",
                "https://nps.example.org");
        api.json("PUT", mail, V1 + mail, settings, 200);
        api.json("PUT", mail, V1 + mail, Map.of(), 422);
        api.post(mail + "/key", V1 + mail + "/key", Map.of("selector", "s1"), 201);
        api.json("PUT", mail + "/mailbox", V1 + mail + "/mailbox", server, 200);
        api.get(mail, V1 + mail);
        api.json("DELETE", mail + "/mailbox", V1 + mail + "/mailbox", Map.of(), 204);
        api.post(mail + "/test", V1 + mail + "/test", Map.of(), 204);
        String hook = api.post(mail + "/hook", V1 + mail + "/hook", Map.of(), 201)
                .json()
                .path("url")
                .asString();
        api.client()
                .post(
                        hook.substring(hook.indexOf("/hooks")),
                        List.of(Map.of("kind", "hard", "address", "x@example.org")))
                .expect(200);
        api.client().post("/hooks/mail/none", Map.of()).expect(404).json();
    }

    private static void theSchedules(Described api, String program) {
        String all = "/programs/{program}/cadences";
        Map<String, Object> told =
                Map.of("name", "Bought", "rhythm", "event", "event", "purchase", "delayHours", 1, "spreadDays", 1);
        String id = api.post(all, V1 + program + "/cadences", told, 201)
                .json()
                .path("id")
                .asString();
        api.post(all, V1 + program + "/cadences", told, 409);
        api.post(all, V1 + program + "/cadences", Map.of("name", "No", "rhythm", "never"), 422);
        api.get(all, V1 + program + "/cadences");
        String one = "/programs/{program}/cadences/{cadence}";
        String path = V1 + program + "/cadences/" + id;
        api.json("PUT", one, path, told, 200);
        api.post("/events", V1 + "/events", Map.of("event", "purchase", "email", "new@example.org"), 202);
        api.post("/events", V1 + "/events", Map.of("event", "purchase"), 422);
        api.json("PUT", one + "/pause", path + "/pause", Map.of(), 204);
        api.json("DELETE", one + "/pause", path + "/pause", Map.of(), 204);
        api.json("DELETE", one, path, Map.of(), 204);
    }

    private static void theMailings(Described api, Acme acme) {
        String program = "/programs/" + acme.program.id().value();
        var texts =
                api.get("/programs/{program}/mails", V1 + program + "/mails").json();
        api.check("PUT /programs/{program}/mails", api.client().put(V1 + program + "/mails", texts), 200);
        String one = "/programs/{program}/waves/{wave}/mailings";
        String base = V1 + program + "/waves/" + acme.wave("Mailed").id().value() + "/mailings";
        String id = api.post(one, base, Map.of("audience", "everyone", "reminderDays", List.of(3, 7)), 201)
                .json()
                .path("id")
                .asString();
        api.post(one, base, Map.of("audience", "nobody"), 422);
        api.get(one, base);
        api.json("PUT", one + "/{mailing}/pause", base + "/" + id + "/pause", Map.of(), 204);
        api.json("DELETE", one + "/{mailing}/pause", base + "/" + id + "/pause", Map.of(), 204);
        theSchedules(api, program);
        api.get("/mails", V1 + "/mails?limit=2");
        api.post("/suppressions", V1 + "/suppressions", Map.of("address", "no@example.org"), 204);
        String address = api.get("/suppressions", V1 + "/suppressions")
                .json()
                .at("/items/0/id")
                .asString();
        api.json("DELETE", "/suppressions/{suppression}", V1 + "/suppressions/" + address, Map.of(), 204);
    }
}
