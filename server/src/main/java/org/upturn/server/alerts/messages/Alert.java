package org.upturn.server.alerts.messages;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Subtype;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.Score;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;

/**
 * What people hear of somebody who answered. It cannot be made without what the person said and what they said the time before: "the alert
 * carries verbatim text and prior-wave score in the same message; no CS lead ever sees a detractor name without the comment"
 * (S4-11). Every channel draws an Alert and nothing less.
 *
 * @param id names the alert
 * @param now the answer that it is about: for a detractor the one that made the case
 * @param matter what it is about besides
 */
public record Alert(
        UUID id,
        AlertKind kind,
        Instant happenedAt,
        Person who,
        Said now,
        Prior prior,
        Round round,
        Standing standing,
        Matter matter) {
    public Alert {
        Objects.requireNonNull(id, "an alert has an id");
        Objects.requireNonNull(kind, "an alert is about something");
        Objects.requireNonNull(happenedAt, "an alert has its time");
        Objects.requireNonNull(who, "an alert is about somebody");
        Objects.requireNonNull(now, "an alert carries the verbatim");
        Objects.requireNonNull(prior, "an alert carries the prior answer, or says that there is none");
        Objects.requireNonNull(round, "an alert says where they were asked");
        Objects.requireNonNull(standing, "an alert says how things stand");
        Objects.requireNonNull(matter, "an alert says what else it is about, or that it is nothing else");
    }

    /** @param account whose customer they are; empty when not known */
    public record Person(String name, String account) {}

    /** Where they were asked. @param name of the program @param waveName of the wave */
    public record Round(ProgramId program, String name, WaveId wave, String waveName) {}

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

    /** How it stands with the person. */
    public sealed interface Standing {
        /** The page on which they are looked after. */
        String path();

        /** What mails about the same person hang together by. */
        String thread();

        /** By name; null while they are nobody’s. */
        @Nullable
        String owner();

        /** Whether there is still something to do. */
        boolean open();

        /** Whether it is told at once, however people like the rest. */
        boolean urgent();
    }

    /**
     * A detractor has a case.
     *
     * @param highRisk highly negative words, not constructive ones (S1-22)
     */
    public record OfCase(
            CaseId id,
            Subtype subtype,
            boolean highRisk,
            @Nullable String owner,
            Instant contactBy,
            boolean open) implements Standing {
        @Override
        public String path() {
            return "/cases/" + id.value();
        }

        @Override
        public String thread() {
            return "case-" + id.value();
        }

        /** Converted (S4-16) and high-risk (S1-22). */
        @Override
        public boolean urgent() {
            return subtype == Subtype.CONVERTED || highRisk;
        }
    }

    /**
     * A passive has somebody who looks after them (S3-11).
     *
     * @param open whether that is still who was told
     */
    public record OfPassive(
            ProgramId program, ContactId contact, @Nullable String owner, boolean open) implements Standing {
        @Override
        public String path() {
            return "/programs/" + program.value() + "/passives#of-" + contact.value();
        }

        @Override
        public String thread() {
            return "passive-" + contact.value();
        }

        @Override
        public boolean urgent() {
            return false;
        }
    }

    /** What an alert is about besides the person. */
    public sealed interface Matter {}

    /** The kind says it all. */
    public enum Nothing implements Matter {
        ELSE
    }

    /**
     * Somebody asks for more than their own authority (S3-18).
     *
     * @param note why; empty for none
     * @param waiting whether nobody has decided yet
     */
    public record Asked(String by, Action action, String note, boolean waiting) implements Matter {}

    /** What was asked for was allowed or declined. @param reason why; empty for none */
    public record Decided(String by, Action action, boolean allowed, String reason) implements Matter {}

    /** @param amount null for no money; in {@code currency}, null where the workspace named none */
    public record Action(
            String name,
            @Nullable BigDecimal amount,
            @Nullable String currency) {}

    /** A conversation that is agreed on. @param kind {@code call} or {@code meeting} @param coming whether its time is still to come */
    public record Talk(String kind, Instant at, boolean coming) implements Matter {}

    /** Somebody named the member in a comment. @param words of the comment as it stands now; empty when it was deleted */
    public record Mentioned(String by, String words) implements Matter {}

    /** Somebody named who looks after the person. */
    public record Entrusted(String by) implements Matter {}

    /** Whether it helps when whoever hears of it takes the case. */
    public boolean isClaimable() {
        return matter == Nothing.ELSE && standing instanceof OfCase && standing.open();
    }

    /** Whether it is still so, and somebody has to hear of it. */
    public boolean holds() {
        return switch (matter) {
            case Asked asked -> asked.waiting();
            case Decided decided -> true;
            case Talk talk -> talk.coming() && standing.open();
            case Entrusted entrusted -> standing.open();
            case Mentioned mentioned -> true;
            case Nothing nothing -> standing.open() || kind.isSpoken();
        };
    }
}
