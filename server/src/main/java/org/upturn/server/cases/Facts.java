package org.upturn.server.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.Account;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
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
        return of(
                workspace,
                item,
                contacts.find(workspace, item.contact()),
                readings.find(workspace, item.response()).orElse(null));
    }

    /** Of an answer that came this moment and is not read yet. */
    CaseFacts of(WorkspaceId workspace, CaseId id, Response response, List<Score> earlier) {
        Contact contact = contacts.find(workspace, response.contact());
        return new CaseFacts(
                id,
                response.program(),
                response.contact(),
                response.score(),
                earlier.isEmpty() ? null : earlier.getFirst(),
                Subtype.of(earlier),
                Subtype.peak(earlier),
                response.verbatim().isBlank(),
                null,
                account(workspace, contact),
                CaseFacts.language(contact, null));
    }

    /** Of what the caller has at hand already. */
    public CaseFacts of(WorkspaceId workspace, Case item, Contact contact, @Nullable VerbatimReading reading) {
        return new CaseFacts(
                item.id(),
                item.program(),
                item.contact(),
                item.score(),
                item.previousScore(),
                item.subtype(),
                item.peak(),
                item.silent(),
                reading,
                account(workspace, contact),
                CaseFacts.language(contact, reading));
    }

    public Priority priority(WorkspaceId workspace, CaseFacts facts) {
        return Priority.of(
                facts,
                () -> LocalDate.ofInstant(
                        clock.instant(), workspaces.find(workspace).timeZone()));
    }

    private @Nullable Account account(WorkspaceId workspace, Contact contact) {
        return contact.accountId() == null ? null : accounts.find(workspace, contact.accountId());
    }
}
