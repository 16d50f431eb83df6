package org.upturn.server.cases.routing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.workspaces.MemberId;

/**
 * Somebody's leave. Nothing new is routed to them from the first day to the last.
 *
 * @param cover who stands in; null for nobody: then the next of the rule, or the program's owner
 */
public record Absence(
        UUID id,
        MemberId member,
        LocalDate first,
        LocalDate last,
        @Nullable MemberId cover) {
    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
