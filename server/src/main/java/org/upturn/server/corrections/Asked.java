package org.upturn.server.corrections;

import java.util.Map;
import org.upturn.server.invitations.outbox.Skip;

/**
 * What came of asking many.
 *
 * @param skipped how many were not asked, by reason
 */
public record Asked(int asked, Map<Skip, Integer> skipped) {}
