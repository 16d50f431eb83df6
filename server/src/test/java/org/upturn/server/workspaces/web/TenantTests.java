package org.upturn.server.workspaces.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.upturn.server.alerts.AlertChannels;
import org.upturn.server.alerts.ChannelKind;
import org.upturn.server.cases.authority.Told;
import org.upturn.server.channels.CollectorKind;
import org.upturn.server.channels.CollectorSettings;
import org.upturn.server.channels.Collectors;
import org.upturn.server.contacts.Attributes;
import org.upturn.server.contacts.segments.Condition;
import org.upturn.server.contacts.segments.Rule;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Browser;
import org.upturn.server.house.Client;
import org.upturn.server.house.Doors;
import org.upturn.server.house.Reply;
import org.upturn.server.house.UpturnTest;
import org.upturn.server.search.Search;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Workspaces;

/** Not found and not yours are the same 404, on every path that names a thing. */
@UpturnTest
class TenantTests {
    @Autowired
    Doors doors;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    private final Map<String, String> theirs = new LinkedHashMap<>();
    private Acme acme;
    private Acme other;
    private Client api;
    private Browser browser;

    /** What a path names, by the word before it. */
    @BeforeEach
    void twoWorkspaces() {
        acme = doors.acme();
        other = doors.acme();
        api = other.api();
        browser = other.browser();
        Wave wave = acme.wave("Q4");
        var answer = acme.answer(wave, acme.dan, 2, "Bad.");
        var imported =
                doors.imports.upload(acme.olga, "c.csv", "external_id,name\nX-1,Xi\n".getBytes(StandardCharsets.UTF_8));
        var document = doors.interactions.add(acme.workspace(), acme.dan.id(), acme.olga, "a.txt", new byte[] {65});
        Workspaces.NewApiKey key = doors.workspaces.addApiKey(acme.olga, "theirs");
        theirs.put("contacts", acme.dan.id().value().toString());
        theirs.put("programs", acme.program.id().value().toString());
        theirs.put("waves", wave.id().value().toString());
        theirs.put("responses", answer.id().value().toString());
        theirs.put("verbatims", answer.id().value().toString());
        theirs.put(
                "searches",
                doors.savedSearches
                        .save(acme.olga, acme.program.id(), "Theirs", Search.of(Map.of()), true)
                        .id()
                        .toString());
        theirs.put(
                "comments",
                doors.surveyDrafts
                        .comment(acme.olga, acme.program.id(), "why", "Shorter?")
                        .id()
                        .toString());
        theirs.put(
                "inbox-views",
                doors.inboxViews
                        .save(acme.olga, "Theirs", "status=open", true)
                        .id()
                        .toString());
        theirs.put("passives", acme.dan.id().value().toString());
        theirs.put("letters", answer.id().value().toString());
        theirs.put("replies", answer.id().value().toString());
        theirs.put("conversations", answer.id().value().toString());
        theirs.put("follow-ups", answer.id().value().toString());
        theirs.put("letter-texts", "en");
        theirs.put("files", answer.id().value().toString());
        theirs.put("corrections", answer.id().value().toString());
        theirs.put("groups", answer.id().value().toString());
        theirs.put("themes", "only-theirs");
        theirs.put("cadences", answer.id().value().toString());
        theirs.put("mailings", answer.id().value().toString());
        theirs.put("replies", answer.id().value().toString());
        theirs.put("suppressions", answer.id().value().toString());
        theirs.put("cases", acme.caseOf(answer).id().value().toString());
        theirs.put("imports", imported.id().toString());
        String history = doors.pastImports
                .upload(
                        acme.olga,
                        acme.program.id(),
                        "h.csv",
                        new java.io.ByteArrayInputStream(
                                "email,score,date\na@example.org,9,2024-01-31\n".getBytes(StandardCharsets.UTF_8)))
                .id()
                .toString();
        theirs.put("history", history);
        theirs.put("past-imports", history);
        theirs.put(
                "accounts",
                String.valueOf(
                        doors.contacts.find(acme.workspace(), acme.dan.id()).accountId()));
        theirs.put(
                "attributes",
                doors.attributes
                        .define(acme.olga, new Attributes.Told("Plan", "text", null, false))
                        .id()
                        .toString());
        theirs.put(
                "segments",
                doors.segments
                        .add(
                                acme.olga,
                                "Theirs",
                                new Rule(false, java.util.List.of(new Condition("email", Condition.Is.KNOWN, ""))))
                        .id()
                        .toString());
        theirs.put(
                "duplicates",
                doors.duplicates
                        .tell(acme.olga, acme.ada.id(), acme.ben.id())
                        .id()
                        .toString());
        theirs.put(
                "merges",
                doors.merges
                        .merge(acme.olga, acme.ada.id(), acme.ben.id(), java.util.Set.of())
                        .id()
                        .toString());
        theirs.put(
                "collectors",
                doors.collectors
                        .make(
                                acme.olga,
                                acme.program.id(),
                                CollectorKind.OPEN,
                                new Collectors.Told("Theirs", null, CollectorSettings.STANDARD))
                        .id()
                        .value()
                        .toString());
        String channel = doors.alertChannels
                .add(
                        acme.olga,
                        acme.program.id(),
                        new AlertChannels.Told(ChannelKind.SLACK, "Theirs", "https://hooks.example.org/theirs"),
                        "https://upturn.example.org")
                .channel()
                .id()
                .toString();
        theirs.put("alerts", channel);
        theirs.put(
                "actions",
                doors.actionCatalogue
                        .add(acme.olga, new Told("session", "Theirs", null, java.util.List.of()))
                        .id()
                        .toString());
        theirs.put("alert-channels", channel);
        theirs.put("documents", document.id().toString());
        theirs.put(
                "leave",
                acme.api()
                        .post("/api/v1/leave", Map.of("first", "2099-07-01", "last", "2099-07-14"))
                        .expect(201)
                        .json()
                        .get("id")
                        .asString());
        theirs.put("working-hours", acme.olga.id().value().toString());
        theirs.put("team", acme.olga.id().value().toString());
        theirs.put("api-keys", key.key().id().toString());
    }

    @Test
    void anotherWorkspacesThingsAreAsUnknownAsThingsThatDoNotExist() {
        var wrong = new ArrayList<String>();
        for (String handler : handlersThatNameThings()) {
            Reply notYours = send(handler, word -> theirs.get(word));
            Reply notThere = send(handler, word -> UUID.randomUUID().toString());
            if (notYours.status() != 404
                    || notThere.status() != 404
                    || !plain(notYours).equals(plain(notThere))) {
                wrong.add(handler + ": " + notYours.status() + " and " + notThere.status() + "\n" + notYours.body());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void idsOfAnotherWorkspaceInABodyAreRefused() {
        Wave wave = other.wave("Q4");
        var answer = other.answer(wave, other.dan, 2, "Bad.");
        String mine = other.caseOf(answer).id().value().toString();
        String stranger = acme.olga.id().value().toString();

        api.post(
                        "/api/v1/invitations",
                        Map.of(
                                "wave",
                                theirs.get("waves"),
                                "contact",
                                other.ada.id().value()))
                .expect(404);
        api.post("/api/v1/invitations", Map.of("wave", wave.id().value(), "contact", theirs.get("contacts")))
                .expect(404);
        api.post("/api/v1/cases/" + mine + "/assignment", Map.of("owner", stranger))
                .expect(422);
        browser.post("/programs/" + other.program.id().value() + "/routing", Map.of("owner", stranger))
                .expect(422);
        browser.post("/cases/" + mine + "/assignment", Map.of("owner", stranger))
                .expect(422);
    }

    @Test
    void listsAndFiltersShowOnlyOnesOwn() {
        for (String list : new String[] {"responses", "cases", "invitations"}) {
            String of = list.equals("invitations") ? "" : "program=" + theirs.get("programs") + "&";
            assertThat(api.get("/api/v1/" + list + "?" + of + "wave=" + theirs.get("waves"))
                            .expect(200)
                            .json()
                            .get("items"))
                    .as(list)
                    .isEmpty();
            assertThat(api.get("/api/v1/" + list + "?after=" + theirs.get("cases"))
                            .expect(200)
                            .json()
                            .get("items"))
                    .as(list)
                    .isEmpty();
        }
        assertThat(api.get("/api/v1/imports").expect(200).json().get("items")).isEmpty();
        assertThat(api.get("/api/v1/contacts?externalId=Dan")
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(other.dan.id().value().toString());
        assertThat(api.get("/api/v1/team").body())
                .doesNotContain(acme.olga.id().value().toString());
        String[] pages = {
            "/",
            "/cases",
            "/themes",
            "/themes/slow-response",
            "/changes",
            "/loop",
            "/waves",
            "/verbatims",
            "/codebook/review",
            "/discovery"
        };
        for (String page : pages) {
            browser.get(page + "?program=" + theirs.get("programs")).expect(404);
        }
    }

    @Test
    void aWaveIsFoundBelowItsOwnProgramOnly() {
        String wave = other.wave("Q4").id().value().toString();
        String program = "/api/v1/programs/" + other.program.id().value() + "/waves/" + wave;

        String theme = "/api/v1/programs/" + other.program.id().value() + "/themes/slow-response";
        api.get(program + "/themes").expect(200);
        api.get(theme + "/quotations?wave=" + wave).expect(200);
        api.get(theme + "/quotations?wave=" + theirs.get("waves")).expect(404);
        api.get(theme + "?wave=" + theirs.get("waves")).expect(404);
        api.get(program.replace(other.program.id().value().toString(), theirs.get("programs")) + "/themes")
                .expect(404);
        api.get(program.replace(
                                other.program.id().value().toString(),
                                UUID.randomUUID().toString()) + "/segments")
                .expect(404);
    }

    @Test
    void aThingThatIsNoIdAtAllIsNotFoundEither() {
        api.get("/api/v1/cases/1").expect(404);
        api.get("/api/v1/contacts/%27%20or%201%3D1").expect(404);
        browser.get("/cases/%3Cscript%3E").expect(404);
        assertThat(browser.get("/cases/%3Cscript%3E").body()).doesNotContain("<script>a", "%3Cscript");
    }

    private interface Ids {
        String of(String word);
    }

    private Reply send(String handler, Ids ids) {
        String[] parts = handler.split(" ", 2);
        var path = new StringBuilder();
        String before = "";
        for (String part : parts[1].substring(1).split("/")) {
            path.append('/').append(part.startsWith("{") ? ids.of(before) : part);
            before = part;
        }
        if (before.equals("diff")) {
            path.append("?from=1&to=1");
        }
        boolean isApi = path.toString().startsWith("/api/");
        return switch (parts[0]) {
            case "GET" -> isApi ? api.get(path.toString()) : browser.get(path.toString());
            case "DELETE" -> api.delete(path.toString());
            case "PUT" -> api.put(path.toString(), put(path.toString()));
            case "PATCH" -> api.patch(path.toString(), Map.of("name", "N"));
            default -> isApi ? postToApi(path.toString()) : postFromPage(path.toString());
        };
    }

    private Map<String, Object> put(String path) {
        if (path.endsWith("/survey/draft")) {
            return Map.of("languages", java.util.List.of("en"));
        }
        if (path.matches(".*/waves/[^/]*")) {
            return json("waves");
        }
        if (path.contains("/accounts/") || path.contains("/attributes/") || path.contains("/segments/")) {
            return path.contains("/segments/")
                    ? Map.of("name", "S", "conditions", java.util.List.of(Map.of("field", "email", "is", "known")))
                    : Map.of("name", "S");
        }
        if (path.matches(".*/cases/[^/]*/comments/[^/]*")) {
            return Map.of("words", "Hm.");
        }
        if (path.matches(".*/(collectors|inbox-views|settings/actions)/[^/]*")) {
            return Map.of("name", "S");
        }
        if (path.endsWith("/mails")) {
            var letter = Map.of("subject", "S", "greeting", "G", "body", "B");
            return Map.of("invitation", letter, "reminder", letter);
        }
        if (path.endsWith("/texts")) {
            return Map.of("language", "en", "invitation", "{link}", "reminder", "{link}");
        }
        if (path.contains("/working-hours/")) {
            return Map.of("days", java.util.List.of("monday"), "starts", "09:00", "ends", "17:00");
        }
        if (path.contains("/letter-texts/")) {
            return Map.of("subject", "S", "greeting", "G", "rest", "R");
        }
        if (path.endsWith("/tracks") || path.endsWith("/greetings")) {
            return Map.of();
        }
        if (path.contains("/correction-rules/")) {
            return Map.of();
        }
        if (path.endsWith("/routing/rules/draft")) {
            return Map.of("rules", List.of());
        }
        return path.contains("/themes/")
                ? Map.of("present", true)
                : Map.of("owner", other.olga.id().value());
    }

    private Reply postToApi(String path) {
        return path.endsWith("/documents")
                ? api.upload(path, "a.txt", new byte[] {65})
                : api.post(path, json(path.substring(path.lastIndexOf('/') + 1)));
    }

    /** A body that would be taken if the thing were there. */
    private Map<String, Object> json(String what) {
        return switch (what) {
            case "assignment" -> Map.of("owner", other.olga.id().value());
            case "follow-ups" -> Map.of("kind", "note", "words", "Hm.");
            case "closure" -> Map.of("outcome", "no-contact-possible", "reason", "Left.");
            case "conversations" -> Map.of("kind", "call", "heldAt", "2026-01-01T00:00:00Z", "notes", "Hm.");
            case "outcome" -> Map.of("held", true);
            case "comments" -> Map.of("words", "Hm.");
            case "waves" -> Map.of("name", "Q9", "opensAt", "2026-01-01T00:00:00Z", "closesAt", "2027-01-01T00:00:00Z");
            case "changes" -> Map.of("theme", "slow-response", "title", "A", "announcement", "B");
            case "interactions" -> Map.of("kind", "note", "title", "A", "body", "B");
            default -> Map.of();
        };
    }

    private Reply postFromPage(String path) {
        if (path.endsWith("/draft/import")) {
            return browser.upload(path, Map.of("revision", "0"), "a.yaml", new byte[] {65});
        }
        return path.endsWith("/documents")
                ? browser.upload(path, Map.of(), "a.txt", new byte[] {65})
                : browser.post(path, fields());
    }

    private Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("owner", other.olga.id().value().toString());
        fields.put("kind", "note");
        fields.put("language", "en");
        fields.put("words", "Hm.");
        fields.put("outcome", "no-contact-possible");
        fields.put("reason", "Left.");
        fields.put("name", "Q9");
        fields.put("opens", "2026-01-01");
        fields.put("closes", "2027-01-01");
        fields.put("theme", "slow-response");
        fields.put("say", "yes");
        fields.put("seen", "0");
        fields.put("into", "price-value");
        fields.put("up", "true");
        fields.put("version", "1");
        fields.put("revision", "0");
        fields.put("field", "email");
        fields.put("is", "known");
        fields.put("value", "");
        fields.put("title", "A");
        fields.put("announcement", "B");
        fields.put("subject", "S");
        fields.put("greeting", "G");
        fields.put("firstSentence", "F");
        fields.put("rest", "R");
        fields.put("heldAt", "2026-01-01T10:00");
        fields.put("notes", "Hm.");
        fields.put("held", "true");
        fields.put("becomes", "external-id,name");
        return fields;
    }

    /** Without what differs from one request to the next. */
    private static String plain(Reply reply) {
        return reply.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"|href=\"/help\\?at=[^\"]*\"", "");
    }

    private TreeSet<String> handlersThatNameThings() {
        var all = new TreeSet<String>();
        handlers.getHandlerMethods()
                .forEach((info, method) -> info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> info.getPatternValues().stream()
                                .filter(pattern -> pattern.contains("{")
                                        && !pattern.startsWith("/a/")
                                        && !pattern.matches("/[okw]/.*")
                                        && !pattern.startsWith("/hooks/"))
                                .forEach(pattern -> all.add(verb + " " + pattern))));
        assertThat(all).hasSizeGreaterThan(30);
        return all;
    }
}
