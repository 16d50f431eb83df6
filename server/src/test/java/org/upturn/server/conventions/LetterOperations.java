package org.upturn.server.conventions;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.upturn.server.cases.Case;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.conventions.OpenApiTest.Described;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.kernel.Rows;

/** Calls every operation of letters, replies, the one question and conversations once. */
final class LetterOperations {
    private static final String V1 = "/api/v1";
    private static final String OF = "/cases/{id}";

    private LetterOperations() {}

    static void call(Described api, Acme acme, Doors doors) {
        var wave = acme.wave("Written to");
        var dina = contact(doors, acme, "Dina");
        Case item = acme.caseOf(acme.answer(wave, dina, 3, "Three tickets about the export, no answer."));
        String path = V1 + "/cases/" + item.id().value();
        api.get(OF + "/letters", path + "/letters");
        api.post(OF + "/first-sentence-checks", path + "/first-sentence-checks", Map.of("sentence", "Sorry!"), 200);
        api.post(OF + "/letters", path + "/letters", Map.of("firstSentence", "Sorry to hear that."), 422);
        String letter = api.post(
                        OF + "/letters",
                        path + "/letters",
                        Map.of("firstSentence", "You wrote three tickets about the export."),
                        201)
                .json()
                .path("id")
                .asString();
        api.json("DELETE", OF + "/letters/{letter}", path + "/letters/" + letter, Map.of(), 200);
        api.get(OF + "/replies", path + "/replies");
        String reply = path + "/replies/" + reply(doors, acme, item) + "/response";
        api.post(OF + "/replies/{reply}/response", reply, Map.of("words", "Fine."), 201);
        api.post(OF + "/replies/{reply}/response", reply, Map.of("words", "Fine."), 409);
        api.get(OF + "/replies", path + "/replies");
        talk(api, doors, acme, path);
        comments(api, path);
        views(api);
        api.post(OF + "/question", path + "/question", Map.of(), 409);
        var silent = contact(doors, acme, "Sina");
        String quiet = V1 + "/cases/"
                + acme.caseOf(acme.answer(wave, silent, 2, "")).id().value() + "/question";
        api.get(OF + "/question", quiet);
        api.post(OF + "/question", quiet, Map.of(), 201);
        api.get(OF + "/question", quiet);
        texts(api, V1 + "/programs/" + acme.program.id().value() + "/letter-texts");
    }

    private static void views(Described api) {
        var view = Map.of("name", "Late ones", "attention", "late", "shared", true);
        String id = api.post("/inbox-views", V1 + "/inbox-views", view, 201)
                .json()
                .path("id")
                .asString();
        String one = V1 + "/inbox-views/" + id;
        api.post("/inbox-views", V1 + "/inbox-views", view, 409);
        api.json("PUT", "/inbox-views/{id}", one, Map.of("name", "Too late"), 200);
        api.json("PUT", "/inbox-views/{id}/first", one + "/first", Map.of(), 200);
        api.get("/inbox-views", V1 + "/inbox-views");
        api.json("DELETE", "/inbox-views/{id}/first", one + "/first", Map.of(), 200);
        api.json("DELETE", "/inbox-views/{id}", one, Map.of(), 204);
    }

    private static void comments(Described api, String path) {
        String comment = api.post(OF + "/comments", path + "/comments", Map.of("words", "@Olga, call her?"), 201)
                .json()
                .path("id")
                .asString();
        String one = path + "/comments/" + comment;
        api.json("PUT", OF + "/comments/{comment}", one, Map.of("words", "@Olga, write to her?"), 200);
        api.get(OF + "/comments", path + "/comments");
        api.json("DELETE", OF + "/comments/{comment}", one, Map.of(), 204);
        api.get(OF + "/comments", path + "/comments");
        api.get(OF + "/activity", path + "/activity");
    }

    private static Contact contact(Doors doors, Acme acme, String name) {
        var told = new NewContact(name, name, Acme.email(name), null, null, Map.of(), null);
        return doors.contacts.register(acme.workspace(), told).contact();
    }

    /** As it lies there after it was read from a mailbox. */
    private static UUID reply(Doors doors, Acme acme, Case item) {
        UUID id = UUID.randomUUID();
        doors.jdbc
                .sql("""
                        insert into case_reply (workspace_id, id, case_id, key, message_id, sender, subject, words, quoted,
                          automatic, attachments, received_at)
                        values (:workspace, :id, :case, :key, '', 'dina@example.org', 'Re:', 'Thanks.', false, false,
                          array['a.pdf'], :now)
                        """)
                .param("workspace", acme.workspace().value())
                .param("id", id)
                .param("case", item.id().value())
                .param("key", new byte[] {1})
                .param("now", Rows.time(Instant.now()))
                .update();
        return id;
    }

    private static void talk(Described api, Doors doors, Acme acme, String path) {
        String of = OF + "/conversations";
        api.get(of, path + "/conversations");
        api.post(of, path + "/conversations", Map.of("kind", "call"), 422);
        Map<String, Object> held = Map.of("kind", "call", "heldAt", Instant.now(), "notes", "Good.");
        api.post(of, path + "/conversations", held, 201);
        Map<String, Object> coming =
                Map.of("kind", "meeting", "heldAt", Instant.now().plusSeconds(3_600));
        String talk = path + "/conversations/"
                + api.post(of, path + "/conversations", coming, 201)
                        .json()
                        .path("id")
                        .asString();
        api.post(of + "/{conversation}/notes", talk + "/notes", Map.of("notes", "Early."), 409);
        String outcome = of + "/{conversation}/outcome";
        api.post(outcome, talk + "/outcome", Map.of("held", true), 409);
        api.post(outcome, talk + "/outcome", Map.of(), 422);
        String missed = path + "/conversations/"
                + api.post(of, path + "/conversations", coming, 201)
                        .json()
                        .path("id")
                        .asString();
        String late = path + "/conversations/"
                + api.post(of, path + "/conversations", coming, 201)
                        .json()
                        .path("id")
                        .asString();
        api.json("DELETE", of + "/{conversation}", talk, Map.of(), 200);
        doors.jdbc
                .sql("update conversation set held_at = held_at - interval '1 day' where workspace_id = :workspace")
                .param("workspace", acme.workspace().value())
                .update();
        api.post(of + "/{conversation}/notes", late + "/notes", Map.of("notes", "We agreed."), 200);
        api.post(outcome, missed + "/outcome", Map.of("held", false), 200);
    }

    private static void texts(Described api, String path) {
        String of = "/programs/{program}/letter-texts";
        api.get(of, path);
        api.json("PUT", of + "/{language}", path + "/en", Map.of("subject", "S", "greeting", "G", "rest", "R"), 200);
        api.json("DELETE", of + "/{language}", path + "/en", Map.of(), 204);
    }
}
