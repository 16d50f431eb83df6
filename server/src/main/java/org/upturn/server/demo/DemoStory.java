package org.upturn.server.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.upturn.server.cases.Assignments;
import org.upturn.server.changes.Changes;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.NewContact;
import org.upturn.server.interactions.Interaction;
import org.upturn.server.interactions.Interactions;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.kernel.Moment;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.Workspaces;

/** Tells the three stories of {@code resources/demo}: contacts, waves, answers, what was done and what was changed. */
@Component
class DemoStory {
    private final Workspaces workspaces;
    private final Contacts contacts;
    private final Interactions interactions;
    private final Surveys surveys;
    private final DemoSurvey survey;
    private final Invitations invitations;
    private final DemoAnswers answers;
    private final Assignments assignments;
    private final Changes changes;
    private final DemoAccounts accounts;
    private final DemoLoops loops;
    private final DemoTracks tracks;
    private final Clock clock;

    DemoStory(
            Workspaces workspaces,
            Contacts contacts,
            Interactions interactions,
            Surveys surveys,
            DemoSurvey survey,
            Invitations invitations,
            DemoAnswers answers,
            Assignments assignments,
            Changes changes,
            DemoAccounts accounts,
            DemoLoops loops,
            DemoTracks tracks,
            Clock clock) {
        this.workspaces = workspaces;
        this.contacts = contacts;
        this.interactions = interactions;
        this.surveys = surveys;
        this.survey = survey;
        this.invitations = invitations;
        this.answers = answers;
        this.assignments = assignments;
        this.changes = changes;
        this.accounts = accounts;
        this.loops = loops;
        this.tracks = tracks;
        this.clock = clock;
    }

    /** A wave by the days before now on which it opened and closes; negative days are still to come. */
    private record Plan(String program, String wave, int openedDaysAgo, int closesDaysAgo) {}

    private static final List<Plan> WAVES = List.of(
            new Plan("youth-arts", "Week 1", 45, 41),
            new Plan("youth-arts", "Week 3", 31, 27),
            new Plan("youth-arts", "Week 7", 3, -4),
            new Plan("relationship", "Q3", 95, 85),
            new Plan("relationship", "Q4", 2, -12),
            new Plan("logistics", "Autumn", 10, -4));

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("youth-arts", "Youth Arts Residency");
        NAMES.put("relationship", "Customer relationship");
        NAMES.put("logistics", "Logistics services");
    }

    private static final int CHANGED_DAYS_AGO = 26;

    /** What has been told so far. */
    private record Told(
            Member olga,
            Instant now,
            Map<String, Program> programs,
            Map<String, Contact> people,
            Map<String, List<Contact>> byProgram,
            Map<String, Wave> waves) {
        Instant daysAgo(double days) {
            return now.minus(Duration.ofMinutes(Math.round(days * 24 * 60)));
        }
    }

    /** @return when each detractor answered, the first first */
    SortedSet<Instant> tell(Member olga) {
        var told = new Told(
                olga, clock.instant(), new LinkedHashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        Member nadia = join(olga, "Nadia Osei", Role.RESPONDER);
        Member marco = join(olga, "Marco Silva", Role.RESPONDER);
        NAMES.forEach((key, name) -> program(told, key, name));
        route(olga, told.programs().get("youth-arts"), nadia, olga);
        route(olga, told.programs().get("relationship"), nadia, marco);
        var team = Map.of("olga", olga, "nadia", nadia, "marco", marco);
        meet(told);
        Moment.at(told.daysAgo(100), () -> accounts.tell(team, LocalDate.ofInstant(told.now(), ZoneOffset.UTC)));
        interact(told);
        WAVES.forEach(plan -> open(told, plan));
        var answered = answers.tell(olga.workspace(), told.people(), told.waves());
        loops.tell(team, told.people(), told.waves());
        tracks.tell(team, told.people(), told.waves().get("relationship/Q4"), told.daysAgo(0.1));
        change(told);
        return answered;
    }

    private Member join(Member olga, String name, Role role) {
        String email = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@acme.example.org";
        // Nobody signs in as a supporting character, so nobody knows this password.
        String password = java.util.UUID.randomUUID().toString();
        return workspaces.addMember(olga, new Workspaces.NewMember(name, email, password, role));
    }

    private void program(Told told, String key, String name) {
        String starter = key.equals("youth-arts") ? "program" : "company";
        // One minute apart, so that they are listed in the order of the story.
        Moment.at(
                told.daysAgo(120).plusSeconds(60L * told.programs().size()),
                () -> told.programs()
                        .put(
                                key,
                                surveys.create(
                                        told.olga().workspace(), new Surveys.NewProgram(name, null, null, starter))));
        if (key.equals(DemoSurvey.PROGRAM)) {
            Moment.at(
                    told.daysAgo(119),
                    () -> survey.write(told.olga(), told.programs().get(key)));
        }
    }

    private void route(Member olga, Program program, Member owner, Member senior) {
        assignments.name(
                olga, program.id(), owner.id(), new MemberId(senior.id().value()));
    }

    private void meet(Told told) {
        DemoFiles.rows("contacts.csv").forEach(row -> {
            Map<String, String> attributes = java.util.Arrays.stream(
                            row.getField("attributes").split(";"))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            Contact contact = contacts.register(
                            told.olga().workspace(),
                            new NewContact(
                                    row.getField("external_id"),
                                    row.getField("name"),
                                    row.getField("email"),
                                    null,
                                    row.getField("account"),
                                    attributes,
                                    told.daysAgo(Double.parseDouble(row.getField("known_since_days")))))
                    .contact();
            told.people().put(contact.externalId(), contact);
            told.byProgram()
                    .computeIfAbsent(row.getField("program"), absent -> new ArrayList<>())
                    .add(contact);
        });
    }

    private void interact(Told told) {
        DemoFiles.rows("interactions.csv").forEach(row -> {
            Contact contact = told.people().get(row.getField("external_id"));
            String title = row.getField("title");
            Moment.at(told.daysAgo(Double.parseDouble(row.getField("days_ago"))), () -> {
                if (row.getField("kind").equals("document")) {
                    byte[] text = row.getField("body").getBytes(java.nio.charset.StandardCharsets.UTF_8);
                    interactions.add(told.olga().workspace(), contact.id(), null, title + ".txt", text);
                } else {
                    var kind = Interaction.Kind.of(row.getField("kind"));
                    interactions.log(told.olga().workspace(), contact.id(), kind, title, row.getField("body"));
                }
            });
        });
    }

    private void open(Told told, Plan plan) {
        Program program = told.programs().get(plan.program());
        Moment.at(told.daysAgo(plan.openedDaysAgo()), () -> {
            Wave wave = surveys.open(
                    told.olga().workspace(),
                    program.id(),
                    new Surveys.NewWave(
                            plan.wave(), told.daysAgo(plan.openedDaysAgo()), told.daysAgo(plan.closesDaysAgo())));
            told.waves().put(plan.program() + "/" + plan.wave(), wave);
            var invited = told.byProgram().get(plan.program()).stream()
                    .map(Contact::id)
                    .toList();
            invitations.inviteAll(told.olga().workspace(), wave.id(), invited);
        });
    }

    private void change(Told told) {
        Moment.at(
                told.daysAgo(CHANGED_DAYS_AGO),
                () -> changes.make(
                        told.olga(),
                        told.programs().get("youth-arts").id(),
                        new Changes.NewChange(
                                "lack-of-instructor-feedback",
                                "Weekly check-ins with your instructor",
                                "Fifteen of you told us that you hear nothing from your instructor about your work. From this"
                                        + " Monday every instructor sits down with each of you for ten minutes a week and tells you"
                                        + " what works and what to try next. If yours is missed, tell Nadia the same day.")));
    }
}
