package org.upturn.server.demo;

import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.cases.Outcome;
import org.upturn.server.contacts.Contact;
import org.upturn.server.kernel.Moment;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Member;

/** What was done for the detractors of the stories: follow-ups, and how their cases closed. */
@Component
class DemoLoops {
    private final Cases cases;

    DemoLoops(Cases cases) {
        this.cases = cases;
    }

    /** @param waves by {@code program/wave} */
    void tell(Map<String, Member> team, Map<String, Contact> people, Map<String, Wave> waves) {
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
            Moment.at(item.openedAt().plus(after), () -> act(by, item, row.getField("kind"), row.getField("words")));
        });
    }

    private void act(Member by, Case item, String kind, String words) {
        switch (kind) {
            case "resolved", "no-contact-possible" -> cases.close(by, item.id(), Outcome.of(kind), words);
            default -> cases.logFollowUp(by, item.id(), FollowUp.Kind.of(kind), words);
        }
    }
}
