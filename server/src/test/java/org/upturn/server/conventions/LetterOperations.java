package org.upturn.server.conventions;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.conventions.OpenApiTest.Described;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;

/** Calls every operation of letters, replies, the one question and conversations once. */
final class LetterOperations {
    private static final String V1 = "/api/v1";
    private static final String OF = "/cases/{id}";

    private LetterOperations() {}

    static void call(Described api, Acme acme, Doors doors) {
        var wave = acme.wave("Written to");
        var dina = doors.contacts
                .register(
                        acme.workspace(),
                        new NewContact("Dina", "Dina", Acme.email("dina"), null, null, Map.of(), null))
                .contact();
        String path = path(acme, acme.answer(wave, dina, 3, "Three tickets about the export, no answer."));
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
        String reply = path + "/replies/" + UUID.randomUUID() + "/response";
        api.post(OF + "/replies/{reply}/response", reply, Map.of("words", "Fine."), 404);
        talk(api, path);
        api.get(OF + "/question", path + "/question");
        api.post(OF + "/question", path + "/question", Map.of(), 409);
        texts(api, V1 + "/programs/" + acme.program.id().value() + "/letter-texts");
    }

    private static void talk(Described api, String path) {
        String of = OF + "/conversations";
        api.get(of, path + "/conversations");
        api.post(of, path + "/conversations", Map.of("kind", "call"), 422);
        Map<String, Object> held =
                Map.of("kind", "call", "heldAt", Instant.now().minusSeconds(60), "notes", "Good.");
        api.post(of, path + "/conversations", held, 201);
        Map<String, Object> coming =
                Map.of("kind", "meeting", "heldAt", Instant.now().plusSeconds(3_600));
        String talk = path + "/conversations/"
                + api.post(of, path + "/conversations", coming, 201)
                        .json()
                        .path("id")
                        .asString();
        api.post(of + "/{conversation}/notes", talk + "/notes", Map.of("notes", "Early."), 409);
        api.json("DELETE", of + "/{conversation}", talk, Map.of(), 200);
    }

    private static void texts(Described api, String path) {
        String of = "/programs/{program}/letter-texts";
        api.get(of, path);
        api.json("PUT", of + "/{language}", path + "/en", Map.of("subject", "S", "greeting", "G", "rest", "R"), 200);
        api.json("DELETE", of + "/{language}", path + "/en", Map.of(), 204);
    }

    private static String path(Acme acme, org.upturn.server.responses.Response answer) {
        return V1 + "/cases/" + acme.caseOf(answer).id().value();
    }
}
