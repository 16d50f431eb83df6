package org.upturn.server.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Role;

/**
 * One thing done for a case, logged on its record (S4-09, S4-13).
 *
 * @param by name of the member who logged it
 * @param happened whether it took place in Upturn itself, as a letter that went; what was only written down can be taken back
 */
public record FollowUp(UUID id, Kind kind, String words, MemberId byId, String by, Instant at, boolean happened) {
    /** What has to be logged before a case closes as resolved, in this order. */
    private static final List<Kind> CLOSING = List.of(Kind.PROMISED, Kind.DELIVERED, Kind.RESPONSE);

    /** Whether this member may take it back: who wrote it down, or a manager. */
    public boolean mayBeTakenBackBy(Member member) {
        return !happened && (byId.equals(member.id()) || member.role().compareTo(Role.MANAGER) >= 0);
    }

    /** What of it is missing. A case that was opened again needs a new response: the one before did not settle it. */
    static List<Kind> missing(List<FollowUp> logged, List<Closure> closures) {
        Instant reopened = closures.stream()
                .map(Closure::reopenedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return CLOSING.stream()
                .filter(kind -> logged.stream()
                        .noneMatch(one -> one.kind() == kind
                                && (kind != Kind.RESPONSE || one.at().isAfter(reopened))))
                .toList();
    }

    /** What was logged. */
    public enum Kind {
        /** The person was reached, or a message sent to them; stops the 48-hour clock. */
        CONTACTED,
        PROMISED,
        DELIVERED,
        /** What the person said to it. */
        RESPONSE,
        NOTE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it takes being in touch with the person. */
        boolean isContact() {
            return this == CONTACTED || this == PROMISED || this == RESPONSE;
        }

        public static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            throw Problem.invalid("kind", "problem.followUp.kind");
        }
    }
}
