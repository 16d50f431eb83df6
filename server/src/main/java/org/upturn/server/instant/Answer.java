package org.upturn.server.instant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Score;

/**
 * One imported row.
 *
 * @param row as a spreadsheet numbers it
 * @param contact who answered, the same text for the same person; null when the file does not say
 * @param name what to call the person on the page, "" when the file does not say
 * @param wave the round of asking, "" when the file has none
 * @param when the moment of the answer, or null
 * @param previous the score of the round before, where the file brings it along
 * @param segments one value for each segment column
 */
record Answer(
        long row,
        @Nullable String contact,
        String name,
        Score score,
        String verbatim,
        String wave,
        @Nullable Instant when,
        @Nullable Score previous,
        List<String> segments) {}
