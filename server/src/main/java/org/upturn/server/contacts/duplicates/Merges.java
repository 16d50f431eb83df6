package org.upturn.server.contacts.duplicates;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.Contact;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/**
 * Makes one person of two contacts, and two again. Nothing that points to either is rewritten: the merged contact stays a
 * row of its own that its survivor answers for, so its answers, cases and links go on as they are and a split loses
 * nothing.
 */
@Service
public class Merges {
    private final MergeRepository repository;
    private final Contacts contacts;
    private final AuditLog audit;
    private final Clock clock;

    Merges(MergeRepository repository, Contacts contacts, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Merges one contact into another.
     *
     * @param taken fields of the merged contact that the survivor takes although it has its own
     */
    @Transactional
    public Merge merge(Member by, ContactId survivor, ContactId merged, Set<String> taken) {
        WorkspaceId workspace = by.workspace();
        repository.lock(workspace, survivor, merged);
        Contact kept = contacts.find(workspace, survivor);
        Contact gone = contacts.find(workspace, merged);
        if (kept.id().equals(gone.id())) {
            throw Problem.conflict("problem.duplicate.same");
        }
        if (kept.erased() || gone.erased()) {
            throw Problem.conflict("problem.contact.erased");
        }
        contacts.store(workspace, Blend.of(kept, gone, taken));
        Contact after = contacts.find(workspace, kept.id());
        UUID id = Ids.next();
        Instant now = clock.instant();
        repository.insert(by, id, gone, kept, after, now);
        repository.lead(workspace, gone.id(), kept.id());
        audit.record(by, "contact.merged", id);
        return new Merge(id, gone, after, by.id(), now);
    }

    /** Makes two of them again. The survivor's fields are as before the merge, unless somebody changed them since. */
    @Transactional
    public void split(Member by, UUID id) {
        WorkspaceId workspace = by.workspace();
        MergeRepository.Kept kept = find(workspace, id);
        repository.lock(workspace, kept.survivor(), kept.merged());
        Contact now = contacts.row(workspace, kept.survivor());
        if (!now.erased()) {
            contacts.store(workspace, Blend.back(now, kept.before(), kept.after()));
        }
        repository.close(by, id, clock.instant());
        repository.free(workspace, kept.merged());
        audit.record(by, "contact.split", id);
    }

    /** The merges that make this person one, the latest first. */
    public List<Merge> ofContact(WorkspaceId workspace, ContactId contact) {
        return repository.of(workspace, contact).stream()
                .map(kept -> new Merge(
                        kept.id(),
                        contacts.row(workspace, kept.merged()),
                        contacts.row(workspace, kept.survivor()),
                        kept.by(),
                        kept.at()))
                .toList();
    }

    private MergeRepository.Kept find(WorkspaceId workspace, UUID id) {
        MergeRepository.Kept kept =
                repository.find(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.merge"));
        if (kept.split()) {
            throw Problem.conflict("problem.merge.split");
        }
        return kept;
    }
}
