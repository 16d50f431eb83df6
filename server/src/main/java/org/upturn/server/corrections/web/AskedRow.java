package org.upturn.server.corrections.web;

import org.jspecify.annotations.Nullable;
import org.upturn.server.corrections.Correction;

/**
 * One request as the team sees it.
 *
 * @param by the name of the member who asked; null when a rule did
 * @param title of the question that was picked; null where the reason says it all
 * @param link the whole address while it works
 * @param wave the name of the wave
 */
public record AskedRow(
        Correction correction,
        Correction.State state,
        @Nullable String by,
        @Nullable String title,
        @Nullable String link,
        String wave,
        String person) {}
