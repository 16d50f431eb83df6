package org.upturn.server.contacts.segments;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.Attributes;
import org.upturn.server.contacts.ContactFilter;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.Where;
import org.upturn.server.contacts.clean.CleanText;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspaces;

/** The door for segments by rule: keeps rules under names and says who is in them now. */
@Service
public class Segments {
    private final SegmentRepository repository;
    private final Contacts contacts;
    private final Attributes attributes;
    private final Workspaces workspaces;
    private final AuditLog audit;
    private final Clock clock;

    Segments(
            SegmentRepository repository,
            Contacts contacts,
            Attributes attributes,
            Workspaces workspaces,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.contacts = contacts;
        this.attributes = attributes;
        this.workspaces = workspaces;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Segment> list(WorkspaceId workspace) {
        return repository.list(workspace);
    }

    public Segment find(WorkspaceId workspace, UUID id) {
        return repository.find(workspace, id).orElseThrow(() -> Problem.notFound("problem.unknown.segment"));
    }

    @Transactional
    public Segment add(Member by, @Nullable String name, Rule rule) {
        var made = new Segment(Ids.next(), name(name), rule);
        where(by.workspace(), rule);
        try {
            repository.insert(by, made, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.segment.known", made.name());
        }
        audit.record(by, "segment.added", made.id());
        return made;
    }

    @Transactional
    public Segment change(Member by, UUID id, @Nullable String name, Rule rule) {
        find(by.workspace(), id);
        var changed = new Segment(id, name(name), rule);
        where(by.workspace(), rule);
        try {
            repository.update(by.workspace(), changed, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.segment.known", changed.name());
        }
        audit.record(by, "segment.changed", id);
        return changed;
    }

    @Transactional
    public void remove(Member by, UUID id) {
        find(by.workspace(), id);
        repository.delete(by.workspace(), id);
        audit.record(by, "segment.removed", id);
    }

    /** How many contacts a rule holds for now. */
    public long count(WorkspaceId workspace, Rule rule) {
        return contacts.count(workspace, where(workspace, rule));
    }

    /** Everybody in a segment now who may be asked: not those who withdrew their consent. */
    public List<ContactId> contacts(WorkspaceId workspace, UUID segment) {
        Where where = where(workspace, find(workspace, segment).rule());
        return contacts.ids(
                workspace,
                new Where(
                        "(" + where.sql() + ") and contact.consent is distinct from 'withdrawn'", where.parameters()));
    }

    /** Whether a contact is in a segment now. */
    public boolean contains(WorkspaceId workspace, UUID segment, ContactId contact) {
        Where where = where(workspace, find(workspace, segment).rule());
        var parameters = new java.util.HashMap<>(where.parameters());
        parameters.put("member", contacts.find(workspace, contact).id().value());
        return contacts.count(workspace, new Where("contact.id = :member and (" + where.sql() + ")", parameters)) > 0;
    }

    /** The rule as a part of a list of contacts. */
    public ContactFilter filter(WorkspaceId workspace, Rule rule) {
        return new ContactFilter(null, null, where(workspace, rule));
    }

    /** @throws Problem for a condition that cannot be asked */
    public Where where(WorkspaceId workspace, Rule rule) {
        return SegmentSql.of(
                rule, attributes.list(workspace), workspaces.find(workspace).timeZone(), clock);
    }

    private static String name(@Nullable String told) {
        String name = CleanText.name("name", told);
        if (name == null) {
            throw Problem.invalid("name", "problem.segment.name");
        }
        return name;
    }
}
