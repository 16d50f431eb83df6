package org.upturn.server.followups;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.upturn.server.corrections.CorrectionId;

/**
 * Where the one question to a silent detractor stands (S4-18, decision 9).
 *
 * @param correction the request that carries it
 * @param state {@code waiting}, {@code answered}, {@code withdrawn} or {@code silent}: then the next wave is watched
 * @param by who asked; null when the program did by itself
 */
public record OneQuestion(
        CorrectionId correction,
        String state,
        Instant askedAt,
        Instant endsAt,
        @Nullable String by) {}
