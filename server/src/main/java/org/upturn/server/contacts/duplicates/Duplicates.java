package org.upturn.server.contacts.duplicates;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The queue of contacts that may be the same person. */
@Service
public class Duplicates {
    /** Who has more of them mends the source first. */
    private static final int MOST = 5_000;

    private final DuplicateRepository repository;
    private final Contacts contacts;
    private final AuditLog audit;
    private final Clock clock;

    Duplicates(DuplicateRepository repository, Contacts contacts, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Looks through all contacts anew. What people have said of a pair stays said. */
    @Transactional
    public long look(WorkspaceId workspace) {
        Instant now = clock.instant();
        List<DuplicateSearch.Found> found = DuplicateSearch.of(repository.people(workspace));
        found.stream().limit(MOST).forEach(one -> repository.keep(workspace, one, now));
        repository.forgetBefore(workspace, now);
        return repository.count(workspace);
    }

    /** The likeliest pairs first. */
    public List<Duplicate> list(WorkspaceId workspace, int limit) {
        List<DuplicateRepository.Kept> kept = repository.list(workspace, limit);
        Map<ContactId, Contact> people = contacts.findAll(
                workspace,
                kept.stream()
                        .flatMap(one -> Stream.of(new ContactId(one.one()), new ContactId(one.other())))
                        .toList());
        return kept.stream()
                .map(one ->
                        duplicate(one, people.get(new ContactId(one.one())), people.get(new ContactId(one.other()))))
                .toList();
    }

    public long count(WorkspaceId workspace) {
        return repository.count(workspace);
    }

    public Duplicate find(WorkspaceId workspace, UUID id) {
        DuplicateRepository.Kept kept =
                repository.find(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.duplicate"));
        return duplicate(
                kept,
                contacts.row(workspace, new ContactId(kept.one())),
                contacts.row(workspace, new ContactId(kept.other())));
    }

    /** Puts two contacts side by side that somebody takes for one person. */
    @Transactional
    public Duplicate tell(Member by, ContactId one, ContactId other) {
        Contact mine = contacts.find(by.workspace(), one);
        Contact theirs = contacts.find(by.workspace(), other);
        if (mine.id().equals(theirs.id())) {
            throw Problem.conflict("problem.duplicate.same");
        }
        if (mine.erased() || theirs.erased()) {
            throw Problem.conflict("problem.contact.erased");
        }
        var pair = DuplicateSearch.Pair.of(mine.id().value(), theirs.id().value());
        UUID id = repository.keep(by.workspace(), new DuplicateSearch.Found(pair, 1, "told"), clock.instant());
        repository.dismiss(by.workspace(), id, null, null);
        return find(by.workspace(), id);
    }

    /** These are two people; the pair is not shown again. */
    @Transactional
    public void dismiss(Member by, UUID id) {
        find(by.workspace(), id);
        repository.dismiss(by.workspace(), id, by.id(), clock.instant());
        audit.record(by, "duplicate.dismissed", id);
    }

    /** Takes {@link #dismiss} back. */
    @Transactional
    public void restore(Member by, UUID id) {
        find(by.workspace(), id);
        repository.dismiss(by.workspace(), id, null, null);
        audit.record(by, "duplicate.restored", id);
    }

    private static Duplicate duplicate(DuplicateRepository.Kept kept, Contact one, Contact other) {
        return new Duplicate(kept.id(), one, other, kept.likeness(), kept.reason(), kept.dismissed());
    }
}
