package org.upturn.server.cases;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.said.Slots;
import org.upturn.server.contacts.Account;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.Score;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.verbatims.ThemeFound;
import org.upturn.server.verbatims.VerbatimReading;

/**
 * What is known of a detractor when somebody has to be chosen and a place in the queue found: the trajectory, what the words
 * say, and what is at stake. Never the score alone (S4-11, S4-19).
 *
 * @param before the score in the most recent earlier answered wave; null for a first answer
 * @param peak as {@link Case#peak()}
 * @param silent whether the words name nothing to act on
 * @param reading what was read; null until it is
 * @param account that the person belongs to
 * @param language that the person speaks or wrote, as a BCP 47 tag
 */
public record CaseFacts(
        CaseId id,
        ProgramId program,
        ContactId contact,
        Score score,
        @Nullable Score before,
        Subtype subtype,
        @Nullable Score peak,
        boolean silent,
        @Nullable VerbatimReading reading,
        @Nullable Account account,
        @Nullable String language) {
    /** What the person speaks, else what they wrote; null while neither is known. */
    public static @Nullable String language(Contact contact, @Nullable VerbatimReading reading) {
        return contact.language() == null && reading != null ? reading.language() : contact.language();
    }

    /** The themes found; none before the words are read. */
    public List<ThemeFound> themes() {
        return reading == null ? List.of() : reading.themes();
    }

    /** Failures, actions and consequences named (S4-03); none before the words are read. */
    public Slots slots() {
        return reading == null ? Slots.NONE : reading.detail().slots();
    }

    /** High-risk: highly negative language (S1-22). */
    public boolean isHostile() {
        return reading != null && "hostile".equals(reading.tone());
    }
}
