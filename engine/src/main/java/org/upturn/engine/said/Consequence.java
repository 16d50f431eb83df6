package org.upturn.engine.said;

import java.util.Locale;

/** What is under way because of a failure, and the clause that says so. */
public record Consequence(Kind kind, Evidence evidence) {

    /** The kinds, from the nearest loss to the furthest. */
    public enum Kind {
        /** They go, or say they will. */
        LEAVING,
        /** They look at others. */
        ALTERNATIVES,
        /** They doubt whether to renew. */
        RENEWAL,
        /** A formal complaint, or one carried to somebody above. */
        COMPLAINT,
        /** Lawyers, courts, breach of contract. */
        LEGAL,
        /** They tell the public, or everybody they know. */
        REVIEW;

        /** The word used in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
