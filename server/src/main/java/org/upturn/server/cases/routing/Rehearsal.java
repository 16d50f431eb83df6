package org.upturn.server.cases.routing;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.upturn.server.cases.Assignments;
import org.upturn.server.cases.CaseFacts;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Subtype;
import org.upturn.server.contacts.Account;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.segments.Segments;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.verbatims.VerbatimReading;
import org.upturn.server.workspaces.MemberId;

/**
 * Tries rules on past detractors before they go live. Everybody is taken to be there with nothing to do but what these rules
 * give them, so that several who share a rule share its cases.
 */
@Service
public class Rehearsal {
    private static final int MOST = 5_000;
    private static final int EXAMPLES = 50;

    /** "A score below … triggers an alert": what rivals do instead of reading (S4-11). Ours to compare with is three. */
    private static final int THRESHOLD = 3;

    private final PastDetractors past;
    private final Assignments assignments;
    private final Contacts contacts;
    private final Accounts accounts;
    private final Readings readings;
    private final Segments segments;
    private final Clock clock;

    Rehearsal(
            PastDetractors past,
            Assignments assignments,
            Contacts contacts,
            Accounts accounts,
            Readings readings,
            Segments segments,
            Clock clock) {
        this.past = past;
        this.assignments = assignments;
        this.contacts = contacts;
        this.accounts = accounts;
        this.readings = readings;
        this.segments = segments;
        this.clock = clock;
    }

    /** @param days how far back */
    public Simulation play(WorkspaceId workspace, ProgramId program, RuleSet rules, int days) {
        var found = past.since(workspace, program, clock.instant().minus(Duration.ofDays(days)), MOST);
        Map<ResponseId, VerbatimReading> read = readings.findAll(
                workspace, found.stream().map(PastDetractors.Past::response).toList());
        Map<ContactId, Contact> people = contacts.findAll(
                workspace,
                found.stream().map(PastDetractors.Past::contact).distinct().toList());
        Map<UUID, Account> known = people.values().stream()
                .map(Contact::accountId)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(id -> id, id -> accounts.find(workspace, id)));
        Map<UUID, Set<ContactId>> groups = rules.rules().stream()
                .flatMap(rule -> rule.when().segments().stream())
                .distinct()
                .collect(Collectors.toMap(id -> id, id -> Set.copyOf(segments.contacts(workspace, id))));
        Map<Subtype, Optional<MemberId>> own = new EnumMap<>(Subtype.class);
        for (Subtype subtype : Subtype.values()) {
            own.put(subtype, assignments.ownerFor(workspace, program, subtype));
        }
        var tally = new Tally(rules);
        for (PastDetractors.Past one : found) {
            Contact person = people.get(one.contact());
            CaseFacts facts = facts(program, one, person, known, read.get(one.response()));
            var decision = rules.decide(
                    facts,
                    own.get(facts.subtype()).orElse(null),
                    tally::choose,
                    segment -> groups.get(segment).contains(one.contact()));
            tally.add(one, facts, person.name(), decision.orElse(null));
        }
        return tally.simulation(found.size(), read.size());
    }

    private static CaseFacts facts(
            ProgramId program,
            PastDetractors.Past one,
            Contact person,
            Map<UUID, Account> known,
            @Nullable VerbatimReading reading) {
        return new CaseFacts(
                CaseId.next(),
                program,
                one.contact(),
                one.score(),
                one.before(),
                Subtype.of(one.before() == null ? List.of() : List.of(one.before())),
                null,
                reading == null ? one.silent() : reading.silent(),
                reading,
                person.accountId() == null ? null : known.get(person.accountId()),
                CaseFacts.language(person, reading));
    }

    /** Counts as it goes. */
    private static final class Tally {
        private final Map<Subtype, Integer> subtypes = new EnumMap<>(Subtype.class);
        private final Map<MemberId, Integer> gets = new HashMap<>();
        private final Map<MemberId, Integer> had = new HashMap<>();
        private final Map<@Nullable String, Integer> taken = new LinkedHashMap<>();
        private final List<Simulation.Moved> moved = new ArrayList<>();
        private int silent;
        private int nobody;
        private int missed;

        Tally(RuleSet rules) {
            rules.rules().forEach(rule -> taken.put(rule.name(), 0));
            taken.put(null, 0);
        }

        Optional<RuleSet.Present> choose(List<MemberId> candidates) {
            return candidates.stream()
                    .min(Comparator.comparing(one -> gets.getOrDefault(one, 0)))
                    .map(one -> new RuleSet.Present(one, null));
        }

        void add(PastDetractors.Past one, CaseFacts facts, String person, RuleSet.@Nullable Decision decision) {
            subtypes.merge(facts.subtype(), 1, Integer::sum);
            silent += facts.silent() ? 1 : 0;
            missed += facts.subtype() == Subtype.CONVERTED && one.score().value() > THRESHOLD ? 1 : 0;
            if (one.owner() != null) {
                had.merge(one.owner(), 1, Integer::sum);
            }
            if (decision == null) {
                nobody++;
                return;
            }
            gets.merge(decision.owner(), 1, Integer::sum);
            taken.merge(decision.rule(), 1, Integer::sum);
            if (!decision.owner().equals(one.owner())) {
                moved.add(new Simulation.Moved(
                        one.response(),
                        person,
                        one.score(),
                        one.before(),
                        facts.subtype(),
                        decision.rule(),
                        decision.owner(),
                        one.owner()));
            }
        }

        Simulation simulation(int detractors, int read) {
            var people = new java.util.LinkedHashSet<>(gets.keySet());
            people.addAll(had.keySet());
            return new Simulation(
                    detractors,
                    read,
                    subtypes,
                    silent,
                    people.stream()
                            .map(one -> new Simulation.Share(one, gets.getOrDefault(one, 0), had.getOrDefault(one, 0)))
                            .sorted(Comparator.comparing(Simulation.Share::gets).reversed())
                            .toList(),
                    taken.entrySet().stream()
                            .map(one -> new Simulation.Taken(one.getKey(), one.getValue()))
                            .toList(),
                    nobody,
                    moved.size(),
                    missed,
                    moved.stream()
                            .sorted(Comparator.comparing(Simulation.Moved::subtype))
                            .limit(EXAMPLES)
                            .toList());
        }
    }
}
