package org.upturn.server.cases.routing;

import java.util.List;
import java.util.Locale;
import org.upturn.server.cases.CaseFacts;
import org.upturn.server.contacts.Account;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.MemberId;

/**
 * To whom a rule routes: people by name, or whoever looks after the account.
 *
 * @param members where {@code kind} is {@code MEMBERS}; of several the one who is at work and has the fewest open cases
 */
public record Target(Kind kind, List<MemberId> members) {
    /** Kinds of targets. */
    public enum Kind {
        MEMBERS,
        /** The account's owner. */
        ACCOUNT_OWNER,
        /** The account's senior owner, else its owner (S4-16). */
        ACCOUNT_SENIOR;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return kind;
                }
            }
            throw Problem.invalid("to", "problem.routing.target");
        }
    }

    public Target {
        members = List.copyOf(members);
    }

    /** Who it may be; nobody where the person has no account or the account has no owner. */
    List<MemberId> candidates(CaseFacts facts) {
        Account account = facts.account();
        return switch (kind) {
            case MEMBERS -> members;
            case ACCOUNT_OWNER -> account == null ? List.of() : known(account.owner());
            case ACCOUNT_SENIOR ->
                account == null
                        ? List.of()
                        : known(account.seniorOwner() == null ? account.owner() : account.seniorOwner());
        };
    }

    /** The same, with somebody else in the place of one; nobody twice. */
    Target instead(MemberId one, MemberId other) {
        return new Target(
                kind,
                members.stream()
                        .map(member -> member.equals(one) ? other : member)
                        .distinct()
                        .toList());
    }

    private static List<MemberId> known(@org.jspecify.annotations.Nullable MemberId member) {
        return member == null ? List.of() : List.of(member);
    }
}
