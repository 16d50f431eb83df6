package org.upturn.server.contacts.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.contacts.Account;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.kernel.Slice;
import org.upturn.server.workspaces.Member;

/** Accounts for programs. Their people: {@code GET /contacts?account=…}. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountsApi {
    private final Accounts accounts;

    AccountsApi(Accounts accounts) {
        this.accounts = accounts;
    }

    record AccountItem(
            UUID id,
            String name,
            @Nullable UUID owner,
            @Nullable UUID seniorOwner,
            @Nullable LocalDate renewsOn,
            @Nullable BigDecimal revenue,
            long people) {
        static AccountItem of(Account account) {
            return new AccountItem(
                    account.id(),
                    account.name(),
                    account.owner() == null ? null : account.owner().value(),
                    account.seniorOwner() == null ? null : account.seniorOwner().value(),
                    account.renewsOn(),
                    account.revenue(),
                    account.people());
        }
    }

    @GetMapping
    Slice<AccountItem> list(
            Member member,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return accounts.list(member.workspace(), search, after, Slice.limit(limit))
                .map(AccountItem::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AccountItem add(Member member, @RequestBody Accounts.Told told) {
        return AccountItem.of(accounts.add(member, told));
    }

    @GetMapping("/{id}")
    AccountItem find(Member member, @PathVariable UUID id) {
        return AccountItem.of(accounts.find(member.workspace(), id));
    }

    @PutMapping("/{id}")
    AccountItem change(Member member, @PathVariable UUID id, @RequestBody Accounts.Told told) {
        return AccountItem.of(accounts.change(member, id, told));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Member member, @PathVariable UUID id) {
        accounts.remove(member, id);
    }
}
