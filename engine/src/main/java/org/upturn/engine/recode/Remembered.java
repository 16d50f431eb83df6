package org.upturn.engine.recode;

import java.util.List;

/**
 * A text as a history remembers it.
 *
 * @param foreign whether it is known to be in another language than English
 * @param clauses in order; none when there is nothing to read
 */
public record Remembered(boolean foreign, List<Clause> clauses) {
    public Remembered {
        clauses = List.copyOf(clauses);
    }
}
