package org.upturn.server.responses;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.upturn.server.kernel.Score;

/**
 * What a person answered at one time; edits add versions and never take one away.
 *
 * @param survey the version of the questions that it answers
 * @param language in which they were asked
 * @param answers values by question, beyond score and verbatim
 * @param sent false when the person left without sending and the answer counted by itself
 */
public record AnswerVersion(
        int version,
        Score score,
        String verbatim,
        UUID survey,
        String language,
        Map<String, List<String>> answers,
        boolean sent,
        Instant answeredAt) {}
