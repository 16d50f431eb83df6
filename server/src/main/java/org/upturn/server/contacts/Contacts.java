package org.upturn.server.contacts;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The door of the room: registers contacts, finds and changes them. Who was merged is answered by the survivor. */
@Service
public class Contacts {
    private static final Where WILLING = new Where("contact.consent is distinct from 'withdrawn'", Map.of());

    private final ContactRepository repository;
    private final Registry registry;
    private final AccountRepository accounts;
    private final AuditLog audit;
    private final Clock clock;

    Contacts(ContactRepository repository, Registry registry, AccountRepository accounts, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.registry = registry;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of telling of a contact. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /** @param before as the contact was; null when it is new */
    public record Registered(
            Contact contact, Outcome outcome, @Nullable Contact before) {
        public boolean created() {
            return outcome == Outcome.CREATED;
        }

        /** With the revision that the row has once this is written. */
        Registered stored() {
            return outcome == Outcome.UPDATED
                    ? new Registered(contact.withRevision(contact.revision() + 1), outcome, before)
                    : this;
        }
    }

    /** Registers a contact, or brings the known one of that external id up to date. Nothing told is never erased. */
    @Transactional
    public Registered register(WorkspaceId workspace, NewContact told) {
        return registry.register(workspace, List.of(registry.rules(workspace).clean(told)))
                .getFirst();
    }

    /**
     * Registers a contact who must not be known yet.
     *
     * @param key the id, e-mail address and name
     * @param told everything else, as in {@link #change}
     */
    @Transactional
    public Contact add(Member by, NewContact key, Map<String, @Nullable Object> told) {
        NewContact clean = registry.rules(by.workspace()).clean(key);
        Registered made = registry.register(by.workspace(), List.of(clean)).getFirst();
        if (!made.created()) {
            throw Problem.conflict("problem.contact.known", made.contact().name());
        }
        audit.record(by, "contact.added", made.contact().id().value());
        return change(by, made.contact().id(), told, null);
    }

    /**
     * Changes the fields that are named; null clears one.
     *
     * @param told {@code attributes} and {@code consent} as objects, in which again only what is named changes
     * @param seen the revision that was looked at; null to change whatever stands there
     */
    @Transactional
    public Contact change(Member by, ContactId id, Map<String, @Nullable Object> told, @Nullable Integer seen) {
        Contact known = find(by.workspace(), id);
        if (known.erased()) {
            throw Problem.conflict("problem.contact.erased");
        }
        if (seen != null && seen != known.revision()) {
            throw Problem.conflict("problem.contact.meanwhile");
        }
        Contact changed = new ContactEdit(registry.rules(by.workspace()), clock)
                .apply(known, told, name -> account(by.workspace(), name));
        if (changed.saysTheSameAs(known)) {
            return known;
        }
        store(by.workspace(), changed);
        audit.record(by, "contact.changed", known.id().value());
        return find(by.workspace(), known.id());
    }

    /**
     * Keeps a contact as it is handed in, which was read in this transaction.
     *
     * @throws Problem when somebody changed it meanwhile or the external id is another's
     */
    @Transactional
    public void store(WorkspaceId workspace, Contact contact) {
        try {
            if (repository.update(workspace, List.of(contact), clock.instant()).isEmpty()) {
                throw Problem.conflict("problem.contact.meanwhile");
            }
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.contact.taken", contact.externalId());
        }
    }

    private AccountRepository.@Nullable Name account(WorkspaceId workspace, @Nullable String name) {
        return name == null
                ? null
                : accounts.findOrMake(workspace, List.of(name), clock.instant())
                        .get(name.toLowerCase(java.util.Locale.ROOT));
    }

    /** What looks mistyped in this contact's address and number. */
    public List<Hint> hints(WorkspaceId workspace, Contact contact) {
        return contact.erased() ? List.of() : registry.rules(workspace).hints(contact.email(), contact.phone());
    }

    public Contact find(WorkspaceId workspace, ContactId id) {
        return repository.find(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.contact"));
    }

    /** The contact itself, not the survivor it was merged into. */
    public Contact row(WorkspaceId workspace, ContactId id) {
        return repository.row(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.contact"));
    }

    public Optional<Contact> findByExternalId(WorkspaceId workspace, String externalId) {
        return repository.findByExternalId(workspace, externalId);
    }

    /** By the ids asked for; who was merged stands under its own id as the survivor. */
    public Map<ContactId, Contact> findAll(WorkspaceId workspace, Collection<ContactId> ids) {
        return repository.findAll(workspace, ids);
    }

    /** Every id under which this person has history: the contact first, then who was merged into it. */
    public List<ContactId> together(WorkspaceId workspace, ContactId contact) {
        return repository.together(workspace, contact);
    }

    /**
     * Contacts in the order in which they came, the newest first.
     *
     * @param search part of a name, e-mail address, external id, phone number or account; all when blank
     */
    public Slice<Contact> list(WorkspaceId workspace, @Nullable String search, @Nullable UUID after, int limit) {
        return list(workspace, ContactFilter.of(search), after, limit);
    }

    public Slice<Contact> list(WorkspaceId workspace, ContactFilter filter, @Nullable UUID after, int limit) {
        return Slice.of(
                repository.list(workspace, filter, after, limit + 1),
                limit,
                contact -> contact.id().value());
    }

    public long count(WorkspaceId workspace) {
        return repository.count(workspace, Where.EVERYBODY);
    }

    public long count(WorkspaceId workspace, Where where) {
        return repository.count(workspace, where);
    }

    /** How many may be asked: all but those who withdrew their consent. */
    public long countWilling(WorkspaceId workspace) {
        return repository.count(workspace, WILLING);
    }

    /** Everybody who may be asked. */
    public List<ContactId> ids(WorkspaceId workspace) {
        return repository.ids(workspace, WILLING);
    }

    public List<ContactId> ids(WorkspaceId workspace, Where where) {
        return repository.ids(workspace, where);
    }
}
