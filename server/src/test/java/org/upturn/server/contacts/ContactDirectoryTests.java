package org.upturn.server.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.upturn.server.contacts.duplicates.Merge;
import org.upturn.server.contacts.segments.Condition;
import org.upturn.server.contacts.segments.Rule;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Client;
import org.upturn.server.house.Doors;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.workspaces.Role;
import tools.jackson.databind.JsonNode;

/** The directory as a program manager uses it: fields, attributes, accounts, imports, duplicates, segments. */
@UpturnTest
class ContactDirectoryTests {
    @Autowired
    Doors doors;

    private Acme acme;
    private Client api;

    @BeforeEach
    void aWorkspace() {
        acme = doors.acme();
        api = acme.api();
    }

    @Test
    void whatIsLeftOutStaysAndNullClears() {
        JsonNode fay =
                told(Map.of("externalId", "F-1", "name", "Fay  Adler", "phone", "030 901820", "account", "Fay Ltd"));
        String path = "/api/v1/contacts/" + fay.get("id").asString();
        assertThat(fay.get("name").asString()).isEqualTo("Fay Adler");
        assertThat(fay.at("/hints/0/field").asString()).isEqualTo("phone");

        doors.attributes.setRegion(acme.olga, "DE");
        JsonNode changed = api.patch(
                        path, "{\"phone\":\"030 901820\",\"account\":null,\"attributes\":{\"Plan\":\"Pro\"}}")
                .expect(200)
                .json();

        assertThat(changed.get("phone").asString()).isEqualTo("+49 30 901820");
        assertThat(changed.get("account").isNull()).isTrue();
        assertThat(changed.at("/attributes/Plan").asString()).isEqualTo("Pro");
        JsonNode cleared = api.patch(path, "{\"phone\":null,\"attributes\":{\"Plan\":null}}")
                .expect(200)
                .json();
        assertThat(cleared.get("phone").isNull()).isTrue();
        assertThat(cleared.get("attributes")).isEmpty();
        assertThat(cleared.get("name").asString()).isEqualTo("Fay Adler");
    }

    @Test
    void typedAttributesKeepValuesCleanAndHandBadOnesBack() {
        told(Map.of("externalId", "T-1", "attributes", Map.of("Seats", "1,200", "Since", "1.3.2024")));
        doors.attributes.define(acme.olga, new Attributes.Told("Seats", "number", null, null));
        doors.attributes.define(acme.olga, new Attributes.Told("Since", "date", null, null));
        doors.attributes.define(acme.olga, new Attributes.Told("Plan", "one-of", List.of("Free", "Pro"), true));

        assertThat(contact("T-1").attributes()).containsEntry("Seats", "1200").containsEntry("Since", "2024-03-01");
        JsonNode done = imported("id,email,plan,seats\nT-2,t2@example.org,pro,7\nT-3,t3@example.org,Gold,8\n", null);
        assertThat(done.get("rejectedRows").asInt()).isEqualTo(1);
        assertThat(done.at("/rejected/0/column").asString()).isEqualTo("plan");
        assertThat(contact("T-2").attributes()).containsEntry("Plan", "Pro").containsEntry("Seats", "7");
    }

    @Test
    void aCheckSaysBeforehandWhatAnImportDoesAndAnUndoPutsItBack() {
        told(Map.of("externalId", "I-1", "name", "Ina", "email", "ina@example.org", "phone", "+49 30 901820"));
        String file = "id,name,email,account\nI-1,Ina Berg,ina@example.org,Nordwind\nI-2,Jo,jo@gmial.com,Nordwind\n"
                + "I-3,Kai,kai@,Nordwind\nI-4,Lu,lu@example.org,Südwind\n";

        JsonNode check = send("/check", file, "external-id,name,email,account")
                .expect(200)
                .json();
        assertThat(check.get("created").asInt()).isEqualTo(2);
        assertThat(check.get("updated").asInt()).isEqualTo(1);
        assertThat(check.get("rejectedRows").asInt()).isEqualTo(1);
        assertThat(check.get("newAccounts").asInt()).isEqualTo(2);
        assertThat(check.at("/hints/0/suggestion").asString()).isEqualTo("jo@gmail.com");
        assertThat(doors.contacts.findByExternalId(acme.workspace(), "I-2")).isEmpty();

        JsonNode done = imported(file, "external-id,name,email,account");
        assertThat(done.get("created").asInt()).isEqualTo(2);
        assertThat(imported(file, "external-id,name,email,account")
                        .get("unchanged")
                        .asInt())
                .isEqualTo(3);
        acme.invite(acme.wave("Q1"), contact("I-4"));
        JsonNode undone = api.post("/api/v1/imports/" + done.get("id").asString() + "/undoing", Map.of())
                .expect(200)
                .json();

        assertThat(undone.at("/undone/removed").asInt()).isEqualTo(1);
        assertThat(undone.at("/undone/putBack").asInt()).isEqualTo(1);
        assertThat(undone.at("/undone/reasons/0/reason").asString()).isEqualTo("history");
        assertThat(contact("I-1").name()).isEqualTo("Ina");
        assertThat(contact("I-1").account()).isNull();
        assertThat(doors.contacts.findByExternalId(acme.workspace(), "I-2")).isEmpty();
    }

    @Test
    void anUndoLeavesAloneWhomSomebodyChangedSince() {
        JsonNode done = imported("id,name\nU-1,Uma\n", "external-id,name");
        doors.contacts.change(acme.olga, contact("U-1").id(), Map.of("name", "Uma Ost"), null);

        JsonNode undone = api.post("/api/v1/imports/" + done.get("id").asString() + "/undoing", Map.of())
                .json();

        assertThat(undone.at("/undone/reasons/0/reason").asString()).isEqualTo("changed");
        assertThat(contact("U-1").name()).isEqualTo("Uma Ost");
    }

    @Test
    void aMergeShowsBothHistoriesOnOneRecordAndASplitPutsAllBack() {
        Contact jon = register("M-1", "Jon Smith", "jon.smith@example.org", Map.of("Plan", "Pro"));
        Contact john = register("M-2", "John Smith", "jon.smith@exmaple.org", Map.of("Plan", "Free", "Seats", "3"));
        var wave = acme.wave("Q2", 100);
        acme.answer(wave, jon, 9, "Quick.");
        acme.answer(wave, john, 3, "Nobody calls back.");
        doors.duplicates.look(acme.workspace());
        var pair = doors.duplicates.list(acme.workspace(), 10).getFirst();
        assertThat(pair.reason()).isEqualTo("near-email");
        assertThat(acme.browser().get("/duplicates/" + pair.id()).expect(200).body())
                .contains("Nobody calls back.", "Both answered in Q2");

        Merge merge = doors.merges.merge(acme.olga, jon.id(), john.id(), Set.of("attribute:Plan"));

        assertThat(contact("M-2").id()).isEqualTo(jon.id());
        assertThat(contact("M-1").attributes()).isEqualTo(Map.of("Plan", "Free", "Seats", "3"));
        assertThat(doors.contacts.find(acme.workspace(), john.id()).id()).isEqualTo(jon.id());
        assertThat(doors.contacts.ids(acme.workspace())).contains(jon.id()).doesNotContain(john.id());
        String record =
                acme.browser().get("/contacts/" + john.id().value()).expect(200).body();
        assertThat(record).contains("Quick.", "Nobody calls back.", "Split again");
        assertThat(doors.duplicates.list(acme.workspace(), 10)).isEmpty();
        var later = acme.answer(acme.wave("Q3"), jon, 2, "Still nobody.");
        assertThat(acme.caseOf(later).subtype()).isEqualTo(org.upturn.server.cases.Subtype.CHRONIC);
        doors.contacts.change(acme.olga, jon.id(), Map.of("name", "Jon A. Smith"), null);

        doors.merges.split(acme.olga, merge.id());

        assertThat(contact("M-2")).isEqualTo(john.withRevision(contact("M-2").revision()));
        assertThat(contact("M-1").attributes()).isEqualTo(Map.of("Plan", "Pro"));
        assertThat(contact("M-1").name()).isEqualTo("Jon A. Smith");
        assertThat(doors.responses.ofContact(acme.workspace(), john.id())).hasSize(1);
    }

    @Test
    void mergesOfMergesComeApartInAnyOrder() {
        Contact a = register("C-1", "A", null, Map.of());
        Contact b = register("C-2", "B", null, Map.of());
        Contact c = register("C-3", "C", null, Map.of());
        Merge first = doors.merges.merge(acme.olga, b.id(), a.id(), Set.of());
        Merge second = doors.merges.merge(acme.olga, c.id(), b.id(), Set.of());
        assertThat(contact("C-1").id()).isEqualTo(c.id());

        doors.merges.split(acme.olga, second.id());
        assertThat(contact("C-1").id()).isEqualTo(b.id());
        doors.merges.split(acme.olga, first.id());
        assertThat(contact("C-1").id()).isEqualTo(a.id());
    }

    @Test
    void segmentsFollowTheirRule() {
        doors.attributes.define(acme.olga, new Attributes.Told("Seats", "number", null, null));
        Contact big = register("S-1", "Big", "big@example.org", Map.of("Seats", "100", "Plan", "Pro"));
        register("S-2", "Small", null, Map.of("Seats", "9"));
        var rule = new Rule(
                false,
                List.of(
                        new Condition("attribute:Seats", Condition.Is.AT_LEAST, "50"),
                        new Condition("known-since", Condition.Is.LAST_DAYS, "1"),
                        new Condition("attribute:Plan", Condition.Is.IS_NOT, "Free")));
        var segment = doors.segments.add(acme.olga, "Large", rule);

        assertThat(doors.segments.contacts(acme.workspace(), segment.id())).containsExactly(big.id());
        assertThat(doors.segments.contains(acme.workspace(), segment.id(), acme.ada.id()))
                .isFalse();
        api.patch("/api/v1/contacts/" + big.id().value(), "{\"consent\":{\"state\":\"withdrawn\",\"how\":\"by mail\"}}")
                .expect(200);
        assertThat(doors.segments.count(acme.workspace(), rule)).isEqualTo(1);
        assertThat(doors.segments.contacts(acme.workspace(), segment.id())).isEmpty();
        String editor = "/segments/new?match=any&field=attribute:Seats&is=at-most&value=9&field=&is=is&value=";
        assertThat(acme.browser().get(editor).expect(200).body()).contains("One contact is in it");
        assertThat(acme.browser()
                        .get("/segments/new?field=name&is=at-least&value=9")
                        .body())
                .contains("does not suit");
    }

    @Test
    void theOwnerOfAnAccountIsChosenByName() {
        var mia = acme.member("Mia", Role.MANAGER);
        String id = mia.id().value().toString();
        assertThat(acme.browser()
                        .get("/segments/new?match=all&field=account-owner&is=is&value=" + id)
                        .expect(200)
                        .body())
                .contains("<option value=\"" + id + "\" selected>Mia</option>", "Nobody is in it");
    }

    @Test
    void revenueIsReadAsItIsWrittenAndWhatCannotBeReadStaysInTheForm() {
        String path = "/accounts/"
                + doors.accounts
                        .list(acme.workspace(), "Acme Ltd", null, 1)
                        .items()
                        .getFirst()
                        .id();
        var browser = acme.browser();

        String next = browser.post(path, Map.of("name", "Acme Ltd", "revenue", "12.500 €"))
                .expect(303)
                .header("Location");
        assertThat(browser.get(next.replaceAll("^https?://[^/]+", "")).body()).contains("Saved.", "value=\"12500.00\"");
        assertThat(browser.post(path, Map.of("name", "Acme plc", "revenue", "quite a lot"))
                        .expect(422)
                        .body())
                .contains("value=\"quite a lot\"", "value=\"Acme plc\"", "12.500,50 €");
    }

    @Test
    void aNumberIsDialledInTheCountryThatIsSetHoweverItComes() {
        doors.attributes.setRegion(acme.olga, "GB");
        Contact ada = register("G-1", "Gil", "gil@example.org", Map.of());
        api.patch("/api/v1/contacts/" + ada.id().value(), Map.of("phone", "07700 900111"))
                .expect(200);

        assertThat(contact("G-1").phone()).isEqualTo("+44 7700 900111");
    }

    @Test
    void whoeverIsDeletedLeavesScoresWithoutAName() {
        acme.answer(acme.wave("Q3"), acme.dan, 2, "Slow.");
        doors.interactions.add(acme.workspace(), acme.dan.id(), acme.olga, "a.txt", new byte[] {65});
        Contact fresh = register("D-9", "Nobody yet", null, Map.of());

        api.delete("/api/v1/contacts/" + acme.dan.id().value()).expect(204);
        api.delete("/api/v1/contacts/" + fresh.id().value()).expect(204);

        api.get("/api/v1/contacts/" + fresh.id().value()).expect(404);
        Contact dan = doors.contacts.find(acme.workspace(), acme.dan.id());
        assertThat(dan.erased()).isTrue();
        assertThat(dan.name()).isEqualTo("Deleted contact");
        assertThat(doors.responses.ofContact(acme.workspace(), dan.id())).hasSize(1);
        assertThat(doors.interactions.documents(acme.workspace(), dan.id())).isEmpty();
        assertThat(doors.contacts.findByExternalId(acme.workspace(), "Dan")).isEmpty();
        acme.browser().get("/contacts/" + dan.id().value()).expect(200);
    }

    @Test
    void respondersEditOnThePageAndSomebodyElsesChangeIsNotOverwritten() {
        var responder = acme.browser(acme.member("rita", Role.RESPONDER));
        String path = "/contacts/" + acme.ben.id().value();
        responder.get(path + "/edit").expect(200);
        responder
                .post(path + "/details", Map.of("seen", "1", "name", "Ben Ash", "email", "ben@gmial.com"))
                .expect(303);
        assertThat(responder.get(path + "/edit?saved=1").body()).contains("Saved.");
        assertThat(responder.get(path + "/edit").body()).contains("Use ben@gmail.com");
        assertThat(contact("Ben").email()).isEqualTo("ben@gmial.com");
        assertThat(responder
                        .post(path + "/details", Map.of("seen", "1", "name", "Late"))
                        .expect(409)
                        .body())
                .contains("Somebody changed this contact meanwhile", "Late");
    }

    private JsonNode told(Map<String, Object> contact) {
        return api.post("/api/v1/contacts", contact).expect(201).json();
    }

    private Contact register(String id, String name, String email, Map<String, String> attributes) {
        return doors.contacts
                .register(acme.workspace(), new NewContact(id, name, email, null, null, attributes, null))
                .contact();
    }

    private Contact contact(String externalId) {
        return doors.contacts.findByExternalId(acme.workspace(), externalId).orElseThrow();
    }

    private org.upturn.server.house.Reply send(String path, String file, String mapping) {
        return api.send(
                "POST",
                "/api/v1/imports" + path + (mapping == null ? "" : "?mapping=" + mapping),
                Map.of("Content-Type", "text/csv"),
                BodyPublishers.ofString(file));
    }

    private JsonNode imported(String file, String mapping) {
        String id = send("", file, mapping).expect(202).json().get("id").asString();
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> api.get("/api/v1/imports/" + id).expect(200).json(),
                        item -> item.get("state").asString().equals("finished"));
    }
}
