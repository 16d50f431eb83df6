package org.upturn.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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
import org.upturn.server.verbatims.ReadingWorker;

/** What people of the stories answer, each read when it came: else every figure of the loop would begin with the demo’s start. */
@Component
class DemoAnswers {
    /** About as long as it takes. */
    private static final Duration READ_AFTER = Duration.ofSeconds(2);

    private final DemoSurvey survey;
    private final Invitations invitations;
    private final Responses responses;
    private final ReadingWorker reader;

    DemoAnswers(DemoSurvey survey, Invitations invitations, Responses responses, ReadingWorker reader) {
        this.survey = survey;
        this.invitations = invitations;
        this.responses = responses;
        this.reader = reader;
    }

    /** @param waves by {@code program/wave} */
    void tell(WorkspaceId workspace, Map<String, Contact> people, Map<String, Wave> waves) {
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
            Moment.at(answered.plus(READ_AFTER), reader::readNow);
        });
    }
}
