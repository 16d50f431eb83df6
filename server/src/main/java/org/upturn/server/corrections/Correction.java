package org.upturn.server.corrections;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.outbox.Skip;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.MemberId;

/**
 * One person asked once more about one part of an answer.
 *
 * @param part {@link #WHY}, {@link #SCORE}, {@link #BOTH}, {@link #EMAIL}, or the id of a question of the survey
 * @param words the team's own words for the request; empty for the standard ones
 * @param mail whether it goes by mail; otherwise somebody hands the link over
 */
public record Correction(
        CorrectionId id,
        ResponseId response,
        ProgramId program,
        WaveId wave,
        ContactId contact,
        Reason reason,
        String part,
        String words,
        By by,
        boolean mail,
        Course course) {
    public static final String WHY = "why";
    public static final String SCORE = "score";
    public static final String BOTH = "both";
    public static final String EMAIL = "email";

    /**
     * Who asked.
     *
     * @param member null when a rule did
     * @param version of the answer that it asks about
     */
    public record By(@Nullable MemberId member, @Nullable RuleKind rule, int version) {}

    /**
     * How it went.
     *
     * @param outcome {@code answered}, {@code expired}, {@code settled} when the person mended it unasked, {@code withdrawn},
     *     {@code skipped}; null while it is open
     * @param skip why no mail went, when it was skipped
     * @param version the version of the answer that came of it
     * @param mail what became of the mail; null where none was sent
     */
    public record Course(
            Instant askedAt,
            Instant expiresAt,
            @Nullable Instant openedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            @Nullable String skip,
            @Nullable Integer version,
            @Nullable String mail) {}

    /** @param skip why it is not sent after all; null when it is */
    static Correction asked(Response response, Request request, String part, By by, @Nullable Skip skip, Instant now) {
        return new Correction(
                CorrectionId.next(),
                response.id(),
                response.program(),
                response.wave(),
                response.contact(),
                request.reason(),
                part,
                request.own(),
                by,
                request.mail(),
                new Course(
                        now,
                        now.plus(Duration.ofDays(request.holds())),
                        null,
                        skip == null ? null : now,
                        skip == null ? null : "skipped",
                        skip == null ? null : skip.word(),
                        null,
                        null));
    }

    /** Where it stands. */
    public enum State {
        WAITING,
        OPENED,
        ANSWERED,
        EXPIRED,
        SETTLED,
        WITHDRAWN,
        SKIPPED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it stands at this time; one whose time has run out is over even before that is noted. */
    public State state(Instant now) {
        if (course.outcome() != null) {
            return State.valueOf(course.outcome().toUpperCase(Locale.ROOT));
        }
        if (!now.isBefore(course.expiresAt())) {
            return State.EXPIRED;
        }
        return course.openedAt() == null ? State.WAITING : State.OPENED;
    }

    public boolean isOpen(Instant now) {
        State state = state(now);
        return state == State.WAITING || state == State.OPENED;
    }
}
