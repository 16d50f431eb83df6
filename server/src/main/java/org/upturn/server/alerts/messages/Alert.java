package org.upturn.server.alerts.messages;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Subtype;
import org.upturn.server.kernel.Score;

/**
 * What people hear of a case. It cannot be made without what the person said and what they said the time before: "the alert
 * carries verbatim text and prior-wave score in the same message; no CS lead ever sees a detractor name without the comment"
 * (S4-11). Every channel draws an Alert and nothing less.
 *
 * @param id names the alert
 * @param now the answer that made the case
 */
public record Alert(UUID id, AlertKind kind, Instant happenedAt, Person who, Said now, Prior prior, Standing standing) {
    public Alert {
        Objects.requireNonNull(id, "an alert has an id");
        Objects.requireNonNull(kind, "an alert is about something");
        Objects.requireNonNull(happenedAt, "an alert has its time");
        Objects.requireNonNull(who, "an alert is about somebody");
        Objects.requireNonNull(now, "an alert carries the verbatim");
        Objects.requireNonNull(prior, "an alert carries the prior answer, or says that there is none");
        Objects.requireNonNull(standing, "an alert says how the case stands");
    }

    /** @param account whose customer they are; empty when not known */
    public record Person(String name, String account) {}

    /** An answer: its score and its words are one thing here. */
    public record Said(Score score, Words words, Instant at) {
        public Said {
            Objects.requireNonNull(score, "an answer has a score");
            Objects.requireNonNull(words, "an answer has words, or says that there are none");
            Objects.requireNonNull(at, "an answer has its time");
        }
    }

    /** The person’s words, or that there are none; never an empty text. */
    public sealed interface Words {
        static Words of(String verbatim) {
            return verbatim.isBlank() ? Silence.LEFT_NO_WORDS : new Given(verbatim);
        }
    }

    /** Words exactly as given. */
    public record Given(String text) implements Words {
        public Given {
            if (text.isBlank()) {
                throw new IllegalArgumentException("silence is said in words, not as an empty text");
            }
        }
    }

    /** The person chose a score and wrote nothing. */
    public enum Silence implements Words {
        LEFT_NO_WORDS
    }

    /** The answer before, or that there is none. */
    public sealed interface Prior {}

    /** @param wave by name */
    public record Earlier(Said said, String wave) implements Prior {
        public Earlier {
            Objects.requireNonNull(said, "an earlier answer has score and words");
        }
    }

    /** They had never answered before. */
    public enum First implements Prior {
        FIRST_ANSWER
    }

    /**
     * How the case stands.
     *
     * @param highRisk highly negative words, not constructive ones (S1-22)
     * @param owner by name; null while it is nobody’s
     */
    public record Standing(
            CaseId id,
            Subtype subtype,
            boolean highRisk,
            @Nullable String owner,
            Instant contactBy,
            boolean open) {
        /** Whether it is told at once, however people like the rest: converted (S4-16) and high-risk (S1-22). */
        public boolean urgent() {
            return subtype == Subtype.CONVERTED || highRisk;
        }
    }
}
