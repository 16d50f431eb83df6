package org.upturn.engine.recode;

/** Who is told of each recoded text; called from several threads at once, for each text once, in any order. */
@FunctionalInterface
public interface Visitor {
    void visit(Coded text);
}
