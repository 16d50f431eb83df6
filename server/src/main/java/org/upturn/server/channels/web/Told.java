package org.upturn.server.channels.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.channels.Arrivals;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Score;

/** Reads an answer that a script sent. */
final class Told {
    private Told() {}

    /** @throws Problem where the score or the key cannot be read */
    static Arrivals.Told of(
            @Nullable UUID key, @Nullable Integer score, @Nullable String why, @Nullable Instant at, PublicPage page) {
        if (key == null) {
            throw Problem.invalid("key", "problem.collector.key");
        }
        if (score == null || score < 0 || score > 10) {
            throw Problem.invalid("score", "problem.answer.score");
        }
        return new Arrivals.Told(key, new Score(score), why == null ? "" : why, at, page.language());
    }
}
