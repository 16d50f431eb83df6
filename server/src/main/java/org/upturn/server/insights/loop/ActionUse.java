package org.upturn.server.insights.loop;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * That an action was done for a case and stands.
 *
 * @param amount what it cost; 0 for an action without money
 */
public record ActionUse(UUID item, String action, BigDecimal amount) {}
