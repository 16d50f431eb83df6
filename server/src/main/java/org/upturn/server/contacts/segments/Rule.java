package org.upturn.server.contacts.segments;

import java.util.List;

/**
 * Who belongs to a segment.
 *
 * @param any whether one condition is enough; all must hold otherwise
 */
public record Rule(boolean any, List<Condition> conditions) {
    public Rule {
        conditions = List.copyOf(conditions);
    }
}
