package org.upturn.server.contacts;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;

/** The door of the room: registers contacts and finds them. */
@Service
public class Contacts {
    private final ContactRepository repository;
    private final Clock clock;

    Contacts(ContactRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Whether a contact came new or was known. */
    public record Registered(Contact contact, boolean created) {}

    /** Registers a contact, or brings the known one of that external id up to date. Nothing told is never erased. */
    @Transactional
    public Registered register(WorkspaceId workspace, NewContact told) {
        return repository.upsert(workspace, told.checked(), clock.instant());
    }

    public Contact find(WorkspaceId workspace, ContactId id) {
        return repository.find(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.contact"));
    }

    public Optional<Contact> findByExternalId(WorkspaceId workspace, String externalId) {
        return repository.findByExternalId(workspace, externalId);
    }

    public Map<ContactId, Contact> findAll(WorkspaceId workspace, Collection<ContactId> ids) {
        return repository.findAll(workspace, ids);
    }

    /**
     * Contacts in the order in which they came, the newest first.
     *
     * @param search part of a name, e-mail address, external id or account; all when blank
     */
    public Slice<Contact> list(WorkspaceId workspace, @Nullable String search, @Nullable UUID after, int limit) {
        return Slice.of(
                repository.list(workspace, search, after, limit + 1),
                limit,
                contact -> contact.id().value());
    }

    public long count(WorkspaceId workspace) {
        return repository.count(workspace);
    }

    public List<ContactId> ids(WorkspaceId workspace) {
        return repository.ids(workspace);
    }
}
