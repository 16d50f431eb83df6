package org.upturn.server.instant;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.Subtype;
import org.upturn.server.kernel.Score;

/**
 * An answer beside what the same person said before.
 *
 * @param earlier the person's answers in earlier waves, the most recent first
 * @param current whether it is the person's latest answer
 */
record Judged(Answer answer, List<Answer> earlier, boolean current) {
    boolean isCurrentDetractor() {
        return current && answer.score().isDetractor();
    }

    Subtype subtype() {
        return Subtype.of(earlierScores());
    }

    /** The score in the most recent earlier answered wave, or null for a first answer. */
    @Nullable
    Integer previousScore() {
        List<Score> scores = earlierScores();
        return scores.isEmpty() ? null : scores.getFirst().value();
    }

    /** How many points the person fell since, 0 for a first answer; negative for a rise. */
    int fall() {
        Integer previous = previousScore();
        return previous == null ? 0 : previous - answer.score().value();
    }

    /** Earlier rows count before the previous score a file brings along in its own column. */
    private List<Score> earlierScores() {
        List<Score> scores = new ArrayList<>(earlier.stream().map(Answer::score).toList());
        if (scores.isEmpty() && answer.previous() != null) {
            scores.add(answer.previous());
        }
        return scores;
    }
}
