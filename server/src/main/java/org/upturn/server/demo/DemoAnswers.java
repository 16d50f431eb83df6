package org.upturn.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Contact;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Moment;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Given;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.Wave;

/** What people of the stories answer. */
@Component
class DemoAnswers {
    private final DemoSurvey survey;
    private final Invitations invitations;
    private final Responses responses;

    DemoAnswers(DemoSurvey survey, Invitations invitations, Responses responses) {
        this.survey = survey;
        this.invitations = invitations;
        this.responses = responses;
    }

    /**
     * @param waves by {@code program/wave}
     * @return when each detractor answered, the first first
     */
    SortedSet<Instant> tell(WorkspaceId workspace, Map<String, Contact> people, Map<String, Wave> waves) {
        var moments = new TreeSet<Instant>();
        Map<String, Map<Object, Invited>> invited = new HashMap<>();
        waves.forEach((key, wave) -> invited.put(
                key,
                invitations.ofWave(workspace, wave.id()).stream()
                        .collect(Collectors.toMap(Invited::contact, one -> one))));
        DemoFiles.rows("answers.csv").forEach(row -> {
            String key = row.getField("program") + "/" + row.getField("wave");
            Contact contact = people.get(row.getField("external_id"));
            Duration after = Duration.ofMinutes(Math.round(Double.parseDouble(row.getField("hours_after_open")) * 60));
            var score = new Score(Integer.parseInt(row.getField("score")));
            String words = row.getField("verbatim");
            var given = new Given(score, words, null, survey.answers(row.getField("program"), score, words));
            Instant answered = waves.get(key).opensAt().plus(after);
            Moment.at(answered, () -> responses.answer(invited.get(key).get(contact.id()), given));
            if (score.isDetractor()) {
                moments.add(answered);
            }
        });
        return moments;
    }
}
