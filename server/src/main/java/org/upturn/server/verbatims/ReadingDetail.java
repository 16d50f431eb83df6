package org.upturn.server.verbatims;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Reading;
import org.upturn.engine.personal.PersonalData;
import org.upturn.engine.said.Evidence;
import org.upturn.engine.said.Slots;
import org.upturn.engine.score.ScoreDistribution;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of a reading is looked at one verbatim at a time, never counted; stored as JSON. All places are UTF-16 indexes into
 * the verbatim.
 *
 * @param slots the failure named, the actions taken, the consequences under way (S4-03)
 * @param tone the words that show the tone, when some do
 * @param gap the clause that points to the gap, when one does
 * @param scores how likely each score is given the words; null when they do not say enough
 */
public record ReadingDetail(
        Slots slots,
        @Nullable Evidence tone,
        @Nullable Evidence gap,
        List<PersonalData> personalData,
        @Nullable ScoreDistribution scores) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public ReadingDetail {
        personalData = List.copyOf(personalData);
    }

    static ReadingDetail of(Reading reading) {
        return new ReadingDetail(
                reading.slots(),
                reading.tone() == null ? null : reading.tone().evidence(),
                reading.gap() == null ? null : reading.gap().evidence(),
                reading.personalData(),
                reading.scores());
    }

    static ReadingDetail of(String json) {
        return JSON.readValue(json, ReadingDetail.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
