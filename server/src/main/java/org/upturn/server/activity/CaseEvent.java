package org.upturn.server.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a case.
 *
 * @param kind for example {@code assigned}, {@code clock-late}, {@code alerted}, {@code reply}
 * @param what of that kind: which clock, which alert, which outcome; null for the others
 * @param by who did it, by name; null when the program or the person of the case did
 * @param who it was done to, by name: the new owner, who was told; null for nobody
 * @param rule that chose the owner
 * @param coversFor who is on leave
 * @param words that were said or written; empty for none
 */
public record CaseEvent(
        Instant at,
        String kind,
        @Nullable String what,
        @Nullable String by,
        @Nullable String who,
        @Nullable String rule,
        @Nullable String coversFor,
        String words) {}
