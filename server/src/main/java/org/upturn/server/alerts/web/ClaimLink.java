package org.upturn.server.alerts.web;

import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Problem;

/**
 * What the page behind a member's link shows besides the alert.
 *
 * @param member whose link it is, by name
 * @param taken whether the case became theirs by it
 * @param refused why it does not serve any more; null while it does
 */
public record ClaimLink(
        String path, String member, boolean taken, @Nullable Problem refused) {}
