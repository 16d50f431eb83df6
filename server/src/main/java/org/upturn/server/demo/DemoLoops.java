package org.upturn.server.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.cases.Outcome;
import org.upturn.server.cases.authority.ActionCatalogue;
import org.upturn.server.cases.authority.CaseActions;
import org.upturn.server.cases.authority.Limit;
import org.upturn.server.cases.authority.Told;
import org.upturn.server.contacts.Contact;
import org.upturn.server.kernel.Moment;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;

/** What was done for the detractors of the stories: follow-ups, and how their cases closed. */
@Component
class DemoLoops {
    private static final BigDecimal ALONE = new BigDecimal("50");

    private final Cases cases;
    private final ActionCatalogue catalogue;
    private final CaseActions actions;

    DemoLoops(Cases cases, ActionCatalogue catalogue, CaseActions actions) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.actions = actions;
    }

    /** @param waves by {@code program/wave} */
    void tell(Map<String, Member> team, Map<String, Contact> people, Map<String, Wave> waves) {
        var offered = new HashMap<String, UUID>();
        Instant begin = waves.values().stream()
                .map(Wave::opensAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Moment.at(begin, () -> offered.putAll(offer(team.get("olga"))));
        DemoFiles.rows("follow-ups.csv").forEach(row -> {
            Member by = team.get(row.getField("by"));
            Wave wave = waves.get(row.getField("program") + "/" + row.getField("wave"));
            Contact contact = people.get(row.getField("external_id"));
            Case item = cases.ofContact(by.workspace(), contact.id()).stream()
                    .filter(one -> one.wave().equals(wave.id()))
                    .findFirst()
                    .orElseThrow();
            Duration after =
                    Duration.ofMinutes(Math.round(Double.parseDouble(row.getField("hours_after_answer")) * 60));
            Moment.at(
                    item.openedAt().plus(after),
                    () -> act(by, item, row.getField("kind"), row.getField("words"), offered));
        });
    }

    /** What may be done for people, by its kind. A refund costs more than a responder may spend alone, so one waits. */
    private Map<String, UUID> offer(Member olga) {
        catalogue.count(olga, "EUR");
        return Map.of(
                "credit", offer(olga, "credit", "Credit on the next bill", "40"),
                "refund", offer(olga, "refund", "Refund", "120"),
                "session", offer(olga, "session", "Extra session", null));
    }

    private UUID offer(Member olga, String kind, String name, @Nullable String usually) {
        BigDecimal amount = usually == null ? null : new BigDecimal(usually);
        var alone = new Limit(Role.RESPONDER, amount == null ? null : ALONE, null);
        var managed = new Limit(Role.MANAGER, amount == null ? null : ALONE.multiply(BigDecimal.TEN), null);
        return catalogue
                .add(olga, new Told(kind, name, amount, List.of(alone, managed)))
                .id();
    }

    private void act(Member by, Case item, String kind, String words, Map<String, UUID> offered) {
        switch (kind) {
            case "resolved", "no-contact-possible" -> cases.close(by, item.id(), Outcome.of(kind), words);
            case "credit", "refund", "session" -> actions.act(by, item.id(), offered.get(kind), null, words);
            default -> cases.logFollowUp(by, item.id(), FollowUp.Kind.of(kind), words);
        }
    }
}
