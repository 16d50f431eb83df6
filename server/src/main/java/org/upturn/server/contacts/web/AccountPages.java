package org.upturn.server.contacts.web;

import gg.jte.models.runtime.JteModel;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.contacts.ContactFilter;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.Where;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** The organizations that contacts belong to, and who belongs to one. */
@Controller
class AccountPages {
    private final Accounts accounts;
    private final Contacts contacts;
    private final Workspaces workspaces;
    private final Templates templates;

    AccountPages(Accounts accounts, Contacts contacts, Workspaces workspaces, Templates templates) {
        this.accounts = accounts;
        this.contacts = contacts;
        this.workspaces = workspaces;
        this.templates = templates;
    }

    @GetMapping("/accounts")
    JteModel list(
            Page page,
            Member member,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(required = false) @Nullable UUID after) {
        var members =
                workspaces.members(member.workspace()).stream().collect(Collectors.toMap(Member::id, Member::name));
        return templates.contactsAccounts(page, accounts.list(member.workspace(), search, after, 50), search, members);
    }

    @PostMapping("/accounts")
    ResponseEntity<Void> add(Member member, @RequestParam String name) {
        UUID id = accounts.add(member, new Accounts.Told(name, null, null, null, null))
                .id();
        return Redirect.to("/accounts/" + id);
    }

    @GetMapping("/accounts/{id}")
    JteModel show(
            Page page, Member member, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID after) {
        return templates.contactsAccount(
                page,
                accounts.find(member.workspace(), id),
                contacts.list(member.workspace(), new ContactFilter(null, id, Where.EVERYBODY), after, 50),
                workspaces.members(member.workspace()));
    }

    @PostMapping("/accounts/{id}")
    ResponseEntity<Void> change(
            Member member,
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable UUID owner,
            @RequestParam(required = false) @Nullable UUID seniorOwner,
            @RequestParam(defaultValue = "") String renewsOn,
            @RequestParam(defaultValue = "") String revenue) {
        accounts.find(member.workspace(), id);
        accounts.change(member, id, new Accounts.Told(name, owner, seniorOwner, day(renewsOn), money(revenue)));
        return Redirect.to("/accounts/" + id);
    }

    @PostMapping("/accounts/{id}/removal")
    ResponseEntity<Void> remove(Member member, @PathVariable UUID id) {
        accounts.remove(member, id);
        return Redirect.to("/accounts");
    }

    private static @Nullable LocalDate day(String told) {
        try {
            return told.isBlank() ? null : LocalDate.parse(told.strip());
        } catch (DateTimeException none) {
            throw Problem.invalid("renewsOn", "problem.contact.time");
        }
    }

    private static @Nullable BigDecimal money(String told) {
        try {
            return told.isBlank() ? null : new BigDecimal(told.strip().replaceAll("[\\s,]", ""));
        } catch (NumberFormatException none) {
            throw Problem.invalid("revenue", "problem.account.revenue");
        }
    }
}
