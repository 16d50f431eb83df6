package org.upturn.server.contacts.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.contacts.Account;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.contacts.clean.Amounts;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.MemberId;

/**
 * The form of an account: what is known of it, or what was typed and could not be taken.
 *
 * @param problem why it was not taken
 */
public record AccountForm(
        String name,
        String owner,
        String seniorOwner,
        String renewsOn,
        String revenue,
        @Nullable Problem problem) {
    static AccountForm of(Account account) {
        return new AccountForm(
                account.name(),
                id(account.owner()),
                id(account.seniorOwner()),
                account.renewsOn() == null ? "" : account.renewsOn().toString(),
                account.revenue() == null ? "" : account.revenue().toPlainString(),
                null);
    }

    static AccountForm sent(Map<String, String> sent, @Nullable Problem problem) {
        return new AccountForm(
                sent.getOrDefault("name", ""),
                sent.getOrDefault("owner", ""),
                sent.getOrDefault("seniorOwner", ""),
                sent.getOrDefault("renewsOn", "").strip(),
                sent.getOrDefault("revenue", "").strip(),
                problem);
    }

    private static String id(@Nullable MemberId member) {
        return member == null ? "" : member.value().toString();
    }

    /** @throws Problem where it cannot be read */
    Accounts.Told told() {
        return new Accounts.Told(name, member("owner", owner), member("seniorOwner", seniorOwner), day(), money());
    }

    private static @Nullable UUID member(String field, String told) {
        try {
            return told.isEmpty() ? null : UUID.fromString(told);
        } catch (IllegalArgumentException none) {
            throw Problem.invalid(field, "problem.account.member");
        }
    }

    private @Nullable LocalDate day() {
        try {
            return renewsOn.isEmpty() ? null : LocalDate.parse(renewsOn);
        } catch (DateTimeException none) {
            throw Problem.invalid("renewsOn", "problem.contact.time");
        }
    }

    private @Nullable BigDecimal money() {
        return revenue.isEmpty()
                ? null
                : Amounts.of(revenue).orElseThrow(() -> Problem.invalid("revenue", "problem.account.revenue"));
    }
}
