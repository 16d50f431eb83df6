package org.upturn.server.responses;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.Channel;
import org.upturn.server.kernel.Score;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;

/**
 * One contact's answer in one wave, as it stands now.
 *
 * @param survey the version of the questions that it answers
 * @param verbatim the words as given; empty when none were
 * @param version 1 for the first answer, one more for each edit
 * @param answeredAt when the first version came
 * @param changedAt when this version came; the clocks of a detractor start at the version that made one (decision 4)
 * @param language in which it was asked
 * @param answers what was answered beyond score and words: values by question
 * @param channel how the first version came
 * @param segments the contact's attributes at that time, never changed afterwards
 */
public record Response(
        ResponseId id,
        ProgramId program,
        WaveId wave,
        ContactId contact,
        UUID survey,
        Score score,
        String verbatim,
        int version,
        Instant answeredAt,
        Instant changedAt,
        String language,
        Map<String, List<String>> answers,
        Channel channel,
        Map<String, String> segments) {
    public Response {
        answers = Map.copyOf(answers);
        segments = Map.copyOf(segments);
    }

    /** The word for the channel, for example {@code kiosk}. */
    public String channelWord() {
        return channel.word();
    }
}
