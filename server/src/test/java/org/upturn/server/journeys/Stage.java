package org.upturn.server.journeys;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.upturn.server.alerts.AlertChannels;
import org.upturn.server.alerts.ChannelKind;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.cases.Outcome;
import org.upturn.server.cases.authority.Limit;
import org.upturn.server.cases.authority.Told;
import org.upturn.server.changes.Changes;
import org.upturn.server.channels.CollectorKind;
import org.upturn.server.channels.CollectorSettings;
import org.upturn.server.channels.Collectors;
import org.upturn.server.contacts.Attributes;
import org.upturn.server.contacts.imports.ContactImport;
import org.upturn.server.contacts.segments.Condition;
import org.upturn.server.contacts.segments.Rule;
import org.upturn.server.corrections.Reason;
import org.upturn.server.corrections.Request;
import org.upturn.server.house.Acme;
import org.upturn.server.house.Doors;
import org.upturn.server.interactions.Interaction;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

/** A workspace in which every page has something to show. */
final class Stage {
    private static final String ROWS =
            "Customer number,Name,E-mail,Plan\nK-1,Åsa Ek,asa@example.org,Basic\n,Nobody,,Basic\n";

    final Acme acme;
    private final Doors doors;
    private final Map<String, String> paths = new LinkedHashMap<>();

    Stage(Doors doors) {
        this.doors = doors;
        acme = doors.acme();
        doors.assignments.name(acme.olga, acme.program.id(), acme.olga.id(), null);
        Wave first = acme.wave("Q3", 90);
        Wave second = acme.wave("Q4");
        acme.answer(first, acme.cleo, 9, "Great support, thank you.");
        Response missed = acme.answer(first, acme.dan, 4, "Support took three days to answer.");
        close(missed);
        Response converted = acme.answer(second, acme.cleo, 3, "Support is slow now and the price went up.");
        acme.answer(second, acme.cleo, 2, "Support is slow now and the price went up again.");
        acme.answer(second, acme.dan, 5, "Still slow support.");
        Response silent = acme.answer(second, acme.eve, 6, "");
        acme.answer(second, acme.ben, 7, "Fine.");
        Response praise = acme.answer(second, acme.ada, 10, "Everything works.");
        WorkspaceId workspace = acme.workspace();
        doors.interactions.log(
                workspace, acme.cleo.id(), Interaction.Kind.TICKET, "Ticket 42", "Cannot sign in since Monday.");
        doors.interactions.add(
                workspace, acme.cleo.id(), null, "contract.txt", "As agreed.".getBytes(StandardCharsets.UTF_8));
        String theme = doors.codebooks
                .active(workspace, acme.program.id())
                .codebook()
                .themes()
                .getFirst()
                .id();
        doors.changes.make(
                acme.olga,
                acme.program.id(),
                new Changes.NewChange(theme, "A second person on support", "You told us, and we changed it."));
        acme.awaitReadings();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !doors.discoveries
                        .find(workspace, acme.program.id(), null)
                        .isComputing());

        talk(converted, "2 days");
        talk(silent, "-2 days");
        page("home", "/");
        page("inbox", "/cases");
        page("inbox, closed", "/cases?status=closed");
        page("inbox, empty", "/cases?status=closed&subtype=chronic");
        page("record, open", "/cases/" + acme.caseOf(converted).id().value());
        page("record, closed", "/cases/" + acme.caseOf(missed).id().value());
        page("record, silent", "/cases/" + acme.caseOf(silent).id().value());
        var olgas = Map.of("words", "@Olga Brandt, who is <b>on</b> this?");
        acme.browser()
                .post("/cases/" + acme.caseOf(converted).id().value() + "/comments", olgas)
                .expect(303);
        page("activity", "/cases/" + acme.caseOf(converted).id().value() + "/activity");
        corrections(silent, second);
        page("person", "/contacts/" + acme.cleo.id().value());
        page("contacts", "/contacts");
        page("contacts, nobody matches", "/contacts?search=zzz");
        directory(workspace);
        page("loop", "/loop");
        page("loop, a choice", "/loop?subtype=converted&became=not-asked");
        doors.actionCatalogue.count(acme.olga, "EUR");
        var refund = doors.actionCatalogue.add(
                acme.olga,
                new Told(
                        "refund",
                        "Refund",
                        new BigDecimal("40"),
                        List.of(new Limit(Role.RESPONDER, new BigDecimal("50"), null))));
        doors.caseActions.act(acme.olga, acme.caseOf(converted).id(), refund.id(), null, "Paid twice.");
        Member robin = acme.member("Robin", Role.RESPONDER);
        doors.caseActions.act(robin, acme.caseOf(converted).id(), refund.id(), new BigDecimal("80"), "Twice more.");
        page("member", "/settings/team/" + acme.olga.id().value());
        page("member who has nothing", "/settings/team/" + robin.id().value());
        page("my account", "/me");
        page("help", "/help");
        page("help, a chapter", "/help/cases");
        page("help, for programs", "/help/api/alerts");
        page("help, searched", "/help?q=reminder");
        page("help, not found", "/help?q=zzz");
        page("actions", "/settings/actions");
        page("requests", "/cases/requests");
        page("done for a person", "/cases/" + acme.caseOf(converted).id().value() + "/actions");
        page("themes", "/themes");
        page("theme", "/themes/slow-response");
        page("theme, nobody names it", "/themes/" + theme);
        page("theme, no quotation fits", "/themes/slow-response?group=promoter&sentiment=negative");
        page("verbatims", "/verbatims");
        page("verbatims, searched", "/verbatims?q=support&group=detractor");
        page("verbatims, none", "/verbatims?q=zzz");
        page("verbatims, alike", "/verbatims/" + converted.id().value() + "/similar");
        page("changes", "/changes");
        page("codebook", "/codebook");
        page("codebook draft", "/codebook/draft");
        page("codebook theme", "/codebook/theme?theme=" + theme);
        page("codebook versions", "/codebook/versions");
        page("discovery", "/discovery");
        page("waves", "/waves");
        page("wave", "/waves/" + second.id().value());
        page("wave, its name and days", "/waves/" + second.id().value() + "/settings");
        page("wave, answers to each question", "/waves/" + second.id().value() + "/answers");
        page("survey", "/programs/" + acme.program.id().value() + "/survey");
        page("survey versions", "/programs/" + acme.program.id().value() + "/survey/versions");
        page("survey preview", "/programs/" + acme.program.id().value() + "/survey/preview");
        page("mail settings", "/settings/mail");
        page("mail texts", "/programs/" + acme.program.id().value() + "/mails");
        page("mails of a person", "/contacts/" + acme.cleo.id().value() + "/mails");
        page("suppressions", "/suppressions");
        doors.alertChannels.add(
                acme.olga,
                acme.program.id(),
                new AlertChannels.Told(ChannelKind.WEBHOOK, "Our robot", "https://robot.example.org/alerts"),
                "https://upturn.example.org");
        String routing = "/programs/" + acme.program.id().value() + "/routing";
        acme.browser()
                .post(
                        routing + "/rules/0",
                        Map.of(
                                "name",
                                "Fallen from high",
                                "subtypes",
                                "converted",
                                "to",
                                "members",
                                "members",
                                acme.olga.id().value().toString()))
                .expect(303);
        page("routing", routing + "?simulate=365");
        page("usual rules", routing + "/usual");
        acme.browser().post(routing + "/live", Map.of()).expect(303);
        acme.browser().post(routing + "/rules/0/removal", Map.of()).expect(303);
        acme.browser().post(routing + "/live", Map.of()).expect(303);
        page("routing rules of then", routing + "/versions/1");
        page("working hours and leave", "/duty");
        page("alert channels", "/settings/alerts");
        page("alerts", "/alerts");
        var hebrew = Map.of("pace", "daily", "digest", "09:00", "timeZone", "Asia/Jerusalem", "language", "he");
        acme.browser().post("/alerts/preferences", hebrew).expect(200);
        page("alerts, in a language from right to left", "/alerts");
        page("alerts, when they come", "/alerts/preferences");
        page("case to take", "/cases/" + acme.caseOf(silent).id().value() + "/claim");
        page("case to take, unknown link", "/t/nothing");
        page("gateway settings", "/settings/gateway");
        page("audit log", "/settings/audit-log");
        page("audit log, nothing found", "/settings/audit-log?kind=downloads&until=2020-01-01");
        page("texts of text messages", "/programs/" + acme.program.id().value() + "/texts");
        page("replies", "/replies");
        page("collectors", "/programs/" + acme.program.id().value() + "/collectors");
        for (CollectorKind kind : CollectorKind.values()) {
            var told = new Collectors.Told("Front desk", null, CollectorSettings.STANDARD);
            var made = doors.collectors.make(acme.olga, acme.program.id(), kind, told);
            page("collector, " + kind.word(), "/collectors/" + made.id().value());
            if (kind != CollectorKind.WIDGET) {
                page("public page, " + kind.word(), made.path());
            }
        }
        page("unsubscribe", acme.invite(first, acme.eve).path() + "/unsubscribe");
        page("trap", acme.invite(first, acme.eve).path() + "/terms");
        page("new program", "/programs/new");
        page("preview", "/imports/" + upload().id());
        page("import with rejected rows", "/imports/" + imported());
        page("imports", "/imports");
        page("problem", "/cases/00000000-0000-0000-0000-000000000000");
        page("answer", acme.invite(first, acme.eve).path());
        for (var who : List.of(acme.cleo, acme.ben, acme.ada)) {
            page("thanks to " + who.name(), acme.invite(second, who).path() + "?thanks=1");
        }
        page("unknown link", "/a/nothing");
        everyoneElse(praise);
    }

    private void everyoneElse(Response praise) {
        String program = "/programs/" + acme.program.id().value();
        page("promoter, to be thanked", "/responses/" + praise.id().value() + "/thanks");
        acme.api()
                .put(
                        "/api/v1" + program + "/tracks",
                        Map.of(
                                "referralUrl", "https://acme.example.org/welcome",
                                "reward", "A month free for both of you.",
                                "reviewPlaces", List.of(Map.of("name", "Google", "url", "https://g.example.org/r"))))
                .expect(200);
        acme.browser()
                .post(
                        program + "/passives/" + acme.ben.id().value(),
                        Map.of(
                                "owner",
                                acme.olga.id().value().toString(),
                                "kind",
                                "call",
                                "words",
                                "Misses weekend hours."))
                .expect(303);
        acme.api()
                .post("/api/v1/responses/" + praise.id().value() + "/thanks", Map.of("way", "hand"))
                .expect(204);
        var row = acme.api()
                .get("/api/v1" + program + "/promoters")
                .expect(200)
                .json()
                .at("/items/0");
        String own = row.get("page").asString();
        doors.anybody()
                .form(own, Map.of("words", "Everything works.", "name", "Ada", "place", "website", "consent", "1"))
                .expect(303);
        page("passives", program + "/passives");
        page("promoters", program + "/promoters");
        page("greetings", program + "/greetings");
        page("referrals and reviews", program + "/tracks");
        page("promoter's own page", own);
        page("referral", "/r/" + row.get("code").asString());
    }

    private void directory(WorkspaceId workspace) {
        doors.attributes.define(acme.olga, new Attributes.Told("site", "one-of", List.of("North", "South"), true));
        doors.contacts.change(acme.olga, acme.ben.id(), Map.of("email", "ben@gmial.com"), null);
        var twin = doors.duplicates.tell(
                acme.olga, acme.ada.id(), acme.contact("Ada2").id());
        doors.merges.merge(acme.olga, acme.cleo.id(), acme.contact("Cleo2").id(), java.util.Set.of());
        var rule = new Rule(false, List.of(new Condition("attribute:site", Condition.Is.IS, "North")));
        var segment = doors.segments.add(acme.olga, "North", rule);
        page("contact, edited", "/contacts/" + acme.ben.id().value() + "/edit");
        page("contact, new", "/contacts/new");
        page("contacts of a segment", "/contacts?segment=" + segment.id());
        page("attributes", "/attributes");
        page("accounts", "/accounts");
        page(
                "account",
                "/accounts/" + doors.contacts.find(workspace, acme.ada.id()).accountId());
        page("segments", "/segments");
        page("segment", "/segments/" + segment.id());
        page("segment, new", "/segments/new");
        page("duplicates", "/duplicates");
        page("duplicate", "/duplicates/" + twin.id());
    }

    /** The path of every page, by a name for it. */
    Map<String, String> paths() {
        return paths;
    }

    private void page(String name, String path) {
        paths.put(name, path);
    }

    private void close(Response missed) {
        var item = acme.caseOf(missed).id();
        for (FollowUp.Kind kind : FollowUp.Kind.values()) {
            doors.cases.logFollowUp(acme.olga, item, kind, "What was " + kind.word() + ".");
        }
        doors.cases.close(acme.olga, item, Outcome.RESOLVED, "");
    }

    private ContactImport upload() {
        ContactImport waiting = doors.imports.upload(acme.olga, "people.csv", ROWS.getBytes(StandardCharsets.UTF_8));
        doors.imports.check(acme.olga, waiting.id(), null);
        return waiting;
    }

    private String imported() {
        ContactImport running = doors.imports.start(acme.olga, upload().id(), null);
        Awaitility.await()
                .until(() -> !doors.imports.find(acme.workspace(), running.id()).isRunning());
        return running.id().toString();
    }

    /** A call that is agreed on, so long from now. */
    private void talk(Response answer, String away) {
        acme.browser()
                .post(
                        "/cases/" + acme.caseOf(answer).id().value() + "/conversations",
                        Map.of("kind", "call", "heldAt", LocalDate.now().plusDays(30) + "T14:00"))
                .expect(303);
        doors.jdbc
                .sql("""
                        update conversation
                        set held_at = made_at + cast(:away as interval)
                        where workspace_id = :workspace
                          and case_id = :case
                        """)
                .param("workspace", acme.workspace().value())
                .param("case", acme.caseOf(answer).id().value())
                .param("away", away)
                .update();
    }

    private void corrections(Response silent, Wave wave) {
        String asked = "/responses/" + silent.id().value() + "/corrections";
        var why = new Request(Reason.MISSING_WHY, null, "Which part of it?", false, null);
        var made = doors.corrections.ask(acme.olga, silent.id(), why);
        page("follow-up questions", asked);
        page("follow-up question, new", asked + "/new");
        page("follow-up questions, wave", "/waves/" + wave.id().value() + "/corrections");
        page("follow-up questions, rules", "/programs/" + acme.program.id().value() + "/corrections");
        page("follow-up questions, person", "/contacts/" + acme.eve.id().value() + "/corrections");
        page("correction link", doors.corrections.path(made.id()));
    }
}
