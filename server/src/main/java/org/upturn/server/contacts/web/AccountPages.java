package org.upturn.server.contacts.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.contacts.Account;
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
        var members = workspaces.names(member.workspace());
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
        Account known = accounts.find(member.workspace(), id);
        return page(page, member, known, AccountForm.of(known), after);
    }

    /** What was typed stays in the form when it cannot be taken. */
    @PostMapping("/accounts/{id}")
    Object change(
            Page page,
            Member member,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response) {
        Account known = accounts.find(member.workspace(), id);
        try {
            accounts.change(member, id, AccountForm.sent(sent, null).told());
            return Redirect.saved("/accounts/" + id);
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return page(page, member, known, AccountForm.sent(sent, problem), null);
        }
    }

    private JteModel page(Page page, Member member, Account account, AccountForm form, @Nullable UUID after) {
        return templates.contactsAccount(
                page,
                account,
                form,
                contacts.list(member.workspace(), new ContactFilter(null, account.id(), Where.EVERYBODY), after, 50),
                workspaces.members(member.workspace()));
    }

    @PostMapping("/accounts/{id}/removal")
    ResponseEntity<Void> remove(Member member, @PathVariable UUID id) {
        accounts.remove(member, id);
        return Redirect.to("/accounts");
    }
}
