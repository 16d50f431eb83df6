package org.upturn.engine.guard;

import java.util.List;
import java.util.Locale;

/** What the guard makes of a first sentence. */
public sealed interface Finding {
    /** It names what the person said. @param words of the sentence by which it does, in order */
    record Named(List<String> words) implements Finding {
        public Named {
            words = List.copyOf(words);
        }
    }

    /**
     * It does not.
     *
     * @param wrong the words that are wrong about it; empty where it says nothing at all
     * @param would words of the person that would do, the most telling first
     */
    record Refused(Why why, List<String> wrong, List<String> would) implements Finding {
        public Refused {
            wrong = List.copyOf(wrong);
            would = List.copyOf(would);
        }
    }

    /** Why a sentence is refused. */
    enum Why {
        /** There is no sentence. */
        EMPTY,
        /** The person named nothing, so nothing can be named back. */
        SILENT,
        /** It could stand in a letter to anybody (S4-10). */
        GENERIC,
        /** It names something, and not what this person said. */
        ANOTHER,
        /** It apologizes for what the person praised. */
        PRAISED,
        /** It is glad about what the person complained of. */
        CHEERFUL,
        /** It quotes what the person did not write. */
        MISQUOTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    default boolean passes() {
        return this instanceof Named;
    }
}
