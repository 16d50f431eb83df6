package org.upturn.server.responses;

import java.util.List;
import java.util.Map;
import org.upturn.server.surveys.questions.Question;

/**
 * What came back to one question in one wave.
 *
 * @param words of the question, in the language that the survey is written in
 * @param answered how many people answered it
 * @param counts how many chose each value, in the order of the survey; empty where it is not counted
 * @param labels the words of each value
 * @param latest the latest answers, where they are not counted: at most ten
 */
public record QuestionCounts(
        Question question,
        String words,
        long answered,
        Map<String, Long> counts,
        Map<String, String> labels,
        List<String> latest) {
    /** Which part of those who answered chose this value, 0…1; with several to select they add up to more than 1. */
    public double share(String value) {
        return answered == 0 ? 0 : (double) counts.getOrDefault(value, 0L) / answered;
    }
}
