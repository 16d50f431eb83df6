package org.upturn.server.alerts.messages;

import org.jspecify.annotations.Nullable;

/**
 * Where the buttons of an alert lead.
 *
 * @param record where the person is looked after: the case, or the page of passives
 * @param claim the page on which one press takes the case; looking at it changes nothing; null for
 *     whom the case is already
 */
public record AlertLinks(String record, @Nullable String claim) {}
