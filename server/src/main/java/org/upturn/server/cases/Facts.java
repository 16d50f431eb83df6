package org.upturn.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Account;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.verbatims.VerbatimReading;
import org.upturn.server.workspaces.Workspaces;

/** Puts together what is known of a detractor, and from it how urgent the case is. */
@Component
public class Facts {
    private final Contacts contacts;
    private final Accounts accounts;
    private final Readings readings;
    private final Workspaces workspaces;
    private final Clock clock;

    Facts(Contacts contacts, Accounts accounts, Readings readings, Workspaces workspaces, Clock clock) {
        this.contacts = contacts;
        this.accounts = accounts;
        this.readings = readings;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    public CaseFacts of(WorkspaceId workspace, Case item) {
        Contact contact = contacts.find(workspace, item.contact());
        VerbatimReading reading = readings.find(workspace, item.response()).orElse(null);
        return of(item, contact, account(workspace, contact), reading);
    }

    /** Of what the caller has at hand already. */
    public static CaseFacts of(
            Case item, Contact contact, @Nullable Account account, @Nullable VerbatimReading reading) {
        String spoken = contact.language();
        return new CaseFacts(
                item.id(),
                item.program(),
                item.contact(),
                item.score(),
                item.previousScore(),
                item.subtype(),
                item.fellFromPeak(),
                item.silent(),
                reading,
                account,
                spoken == null && reading != null ? reading.language() : spoken);
    }

    public Priority priority(WorkspaceId workspace, CaseFacts facts) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), workspaces.find(workspace).timeZone());
        return Priority.of(facts, today);
    }

    private @Nullable Account account(WorkspaceId workspace, Contact contact) {
        return contact.accountId() == null ? null : accounts.find(workspace, contact.accountId());
    }
}
