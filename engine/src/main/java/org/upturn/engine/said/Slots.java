package org.upturn.engine.said;

import java.util.List;

/**
 * The three things a detractor's words may hold (S4-03), each in the order of the text.
 *
 * @param failures clauses that name what failed
 * @param actions clauses that say what the person has already done about it
 * @param consequences what is under way, each kind once
 */
public record Slots(List<Evidence> failures, List<Evidence> actions, List<Consequence> consequences) {
    public static final Slots NONE = new Slots(List.of(), List.of(), List.of());

    public Slots {
        failures = List.copyOf(failures);
        actions = List.copyOf(actions);
        consequences = List.copyOf(consequences);
    }

    public boolean isEmpty() {
        return failures.isEmpty() && actions.isEmpty() && consequences.isEmpty();
    }
}
