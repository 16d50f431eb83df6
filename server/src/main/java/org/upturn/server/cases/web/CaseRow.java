package org.upturn.server.cases.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.ScheduledTalks;
import org.upturn.server.contacts.Contact;
import org.upturn.server.responses.Response;
import org.upturn.server.verbatims.Quotation;
import org.upturn.server.verbatims.ThemeFound;

/**
 * A case as a list shows it: never without the words (S4-11).
 *
 * @param read whether its verbatim has been read yet
 * @param talk the call or meeting that is agreed on and comes next, or whose time has passed; null for none
 * @param also what else is open with this person, the latest first
 * @param losses what they name that is about to be lost, the nearest first
 */
public record CaseRow(
        Case item,
        Contact contact,
        Response response,
        String wave,
        Quotation quotation,
        List<ThemeFound> themes,
        boolean read,
        ScheduledTalks.@Nullable Talk talk,
        List<Also> also,
        List<String> losses) {
    /** What they name that is about to be lost, as the end of a {@code consequence.…}; null for nothing. */
    public @Nullable String consequence() {
        return losses.isEmpty() ? null : losses.getFirst();
    }

    /** Another open case of the same person in the same program. */
    public record Also(CaseId id, String wave) {}

    public @Nullable String owner() {
        return item.ownerName();
    }
}
