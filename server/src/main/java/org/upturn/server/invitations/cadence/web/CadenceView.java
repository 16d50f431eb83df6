package org.upturn.server.invitations.cadence.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.invitations.cadence.Advice;
import org.upturn.server.invitations.cadence.Cadence;
import org.upturn.server.invitations.cadence.Capacity;
import org.upturn.server.invitations.cadence.Rhythm;
import org.upturn.server.invitations.outbox.Audience;
import org.upturn.server.invitations.outbox.Carrier;

/**
 * A schedule on its page.
 *
 * @param people in its audience now; 0 where they are asked one by one
 * @param advice null where nothing can be said: it asks one by one, or too little is known
 */
public record CadenceView(
        Cadence cadence, long people, @Nullable Advice advice) {
    static CadenceView of(Cadence cadence, long people, Capacity.Figures known) {
        Advice advice = cadence.rhythm() instanceof Rhythm.Every every && known.isKnown()
                ? Advice.of(known, people, every.days())
                : null;
        return new CadenceView(cadence, people, advice);
    }

    /** A field of the rhythm for the form; empty where it has none. */
    public static String field(@Nullable Cadence cadence, String name, String usual) {
        if (cadence == null) {
            return usual;
        }
        Object value = switch (cadence.rhythm()) {
            case Rhythm.Every every ->
                switch (name) {
                    case "days" -> every.days();
                    case "from" -> every.from();
                    case "at" -> every.at();
                    default -> usual;
                };
            case Rhythm.Event event ->
                switch (name) {
                    case "event" -> event.event();
                    case "delayHours" -> event.delayHours();
                    default -> usual;
                };
            case Rhythm.Milestone milestone ->
                switch (name) {
                    case "attribute" -> milestone.attribute();
                    case "daysAfter" -> milestone.daysAfter();
                    case "yearly" -> milestone.yearly();
                    case "milestoneAt" -> milestone.at();
                    default -> usual;
                };
        };
        return value == null ? "" : value.toString();
    }

    /** A reminder's days for the form. */
    public static String reminder(@Nullable Cadence cadence, int index) {
        List<Integer> days = cadence == null ? List.of(4) : cadence.round().reminderDays();
        return index < days.size() ? days.get(index).toString() : "";
    }

    /** Whether the form offers this channel as the chosen one; the first there is for a new schedule. */
    public static boolean isChosen(@Nullable Cadence cadence, List<Carrier> carriers, Carrier one) {
        return one == (cadence == null ? carriers.getFirst() : cadence.round().channel());
    }

    public static Audience audience(@Nullable Cadence cadence) {
        return cadence == null ? Audience.EVERYONE : cadence.audience();
    }
}
