package org.upturn.server.discovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.discovery.Trend;
import org.upturn.server.responses.Response;

/**
 * People who say much the same.
 *
 * @param id stays as long as most of its people do
 * @param label its first terms
 * @param terms its own words, the most telling first; names of people and brands are not among them
 * @param responses of the wave and of the one before
 * @param inWave how many of them are of the wave
 * @param inWaveBefore how many are of the one before; null when there is none
 * @param quotations the most typical first
 */
public record FoundGroup(
        UUID id,
        String label,
        List<String> terms,
        List<UUID> responses,
        int inWave,
        @Nullable Integer inWaveBefore,
        List<Quote> quotations) {
    /**
     * Words that are typical of the group.
     *
     * @param version of the response, for the words of another one lie elsewhere
     * @param start UTF-16 index in the verbatim of the first character
     * @param end index of the one after the last
     */
    public record Quote(UUID response, int version, int start, int end) {
        /** Whether the words are still what this person says; null when the response is gone. */
        public boolean isIn(@Nullable Response said) {
            return said != null && said.version() == version;
        }
    }

    /** Whether nobody in the wave before said it; never so when there is none (S3-23). */
    public boolean isNew() {
        return trend().isNew();
    }

    /** People more than in the wave before; less than zero when it shrinks. */
    public int growth() {
        return trend().growth();
    }

    private Trend trend() {
        var counts = new LinkedHashMap<String, Integer>();
        if (inWaveBefore != null) {
            counts.put("before", inWaveBefore);
        }
        counts.put("now", inWave);
        return new Trend(counts);
    }
}
