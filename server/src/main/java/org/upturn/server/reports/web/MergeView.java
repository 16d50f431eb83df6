package org.upturn.server.reports.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.duplicates.Duplicate;

/**
 * Two contacts side by side.
 *
 * @param kept who survives @param gone who is merged into it
 * @param twice waves in which both answered
 */
public record MergeView(Duplicate pair, Side kept, Side gone, List<Line> lines, List<String> twice) {
    /** One of the two, with the history that hangs on it. */
    public record Side(Contact contact, List<PersonChapter> chapters, int interactions, int documents) {}

    /**
     * A field of both.
     *
     * @param attribute its name when it is an attribute
     */
    public record Line(
            String field,
            @Nullable String attribute,
            @Nullable String kept,
            @Nullable String gone) {
        /** Whether somebody has to choose: both say something, and not the same. The id stays as it is. */
        public boolean isChoice() {
            return kept != null && gone != null && !kept.equals(gone) && !field.equals("externalId");
        }
    }
}
