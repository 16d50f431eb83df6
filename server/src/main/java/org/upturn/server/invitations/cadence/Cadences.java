package org.upturn.server.invitations.cadence;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.invitations.outbox.Audience;
import org.upturn.server.invitations.outbox.Mailings;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspaces;

/** The door for schedules: keeps them, and takes in what happened to people. */
@Service
public class Cadences {
    private final CadenceRepository repository;
    private final EventRepository events;
    private final Surveys surveys;
    private final Contacts contacts;
    private final Mailings mailings;
    private final Workspaces workspaces;
    private final AuditLog audit;
    private final Clock clock;

    Cadences(
            CadenceRepository repository,
            EventRepository events,
            Surveys surveys,
            Contacts contacts,
            Mailings mailings,
            Workspaces workspaces,
            AuditLog audit,
            Clock clock) {
        this.repository = repository;
        this.events = events;
        this.surveys = surveys;
        this.contacts = contacts;
        this.mailings = mailings;
        this.workspaces = workspaces;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is told of a schedule. @param audience looked at by {@link Rhythm.Every} only */
    public record Told(@Nullable String name, Rhythm rhythm, Audience audience, Cadence.Round round) {}

    /** The schedules of a program, the oldest first. */
    public List<Cadence> list(WorkspaceId workspace, ProgramId program) {
        return repository.ofProgram(
                workspace, surveys.program(workspace, program).id());
    }

    public Cadence find(WorkspaceId workspace, ProgramId program, UUID id) {
        return repository
                .find(workspace, id)
                .filter(one -> one.program().equals(program))
                .orElseThrow(() -> Problem.notFound("problem.unknown.cadence"));
    }

    /** @throws Problem when its name is taken or what is told makes no schedule */
    @Transactional
    public Cadence add(Member by, ProgramId program, Told told) {
        surveys.program(by.workspace(), program);
        Cadence made = cadence(by.workspace(), Ids.next(), program, told, null);
        try {
            repository.insert(by, made, clock.instant());
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.cadence.name", made.name());
        }
        audit.record(by, "cadence.added", made.id());
        return made;
    }

    @Transactional
    public Cadence change(Member by, ProgramId program, UUID id, Told told) {
        Cadence known = find(by.workspace(), program, id);
        Cadence changed = cadence(by.workspace(), id, program, told, known.pausedAt());
        try {
            repository.update(by.workspace(), changed);
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.cadence.name", changed.name());
        }
        audit.record(by, "cadence.changed", id);
        return changed;
    }

    /** It asks nobody until it goes on; what happens meanwhile is not kept. */
    @Transactional
    public void pause(Member by, ProgramId program, UUID id) {
        Cadence known = find(by.workspace(), program, id);
        repository.pause(by.workspace(), id, clock.instant(), known.nextAt());
        audit.record(by, "cadence.paused", id);
    }

    /** Goes on at its next time; what was missed is not made up for. */
    @Transactional
    public void resume(Member by, ProgramId program, UUID id) {
        Cadence known = find(by.workspace(), program, id);
        repository.pause(by.workspace(), id, null, next(by.workspace(), known.rhythm()));
        audit.record(by, "cadence.resumed", id);
    }

    /** The waves that it has opened stay. */
    @Transactional
    public void remove(Member by, ProgramId program, UUID id) {
        find(by.workspace(), program, id);
        repository.delete(by.workspace(), id);
        audit.record(by, "cadence.removed", id);
    }

    /**
     * Takes in that something happened to a contact. Told again with the same key, it counts once.
     *
     * @param key of the event in the system that tells of it; its time when null
     * @return how many schedules wait for it
     */
    @Transactional
    public int happened(
            WorkspaceId workspace, String event, ContactId contact, @Nullable String key, @Nullable Instant at) {
        if (event.isBlank() || event.length() > 100 || (key != null && key.length() > 200)) {
            throw Problem.invalid("event", "problem.name");
        }
        Instant time = at == null ? clock.instant() : at;
        return events.happened(
                workspace,
                event.strip(),
                contacts.find(workspace, contact).id(),
                key == null ? time.toString() : key,
                time);
    }

    /** How many people an audience has now. */
    public long people(WorkspaceId workspace, Audience audience) {
        return contacts.count(workspace, mailings.meant(workspace, audience));
    }

    private Cadence cadence(WorkspaceId workspace, UUID id, ProgramId program, Told told, @Nullable Instant pausedAt) {
        if (told.name() == null || told.name().isBlank() || told.name().length() > 60) {
            throw Problem.invalid("name", "problem.cadence.unnamed");
        }
        Audience audience = told.rhythm() instanceof Rhythm.Every ? told.audience() : Audience.EVERYONE;
        if (audience.kind() == Audience.Kind.NEW) {
            throw Problem.invalid("audience", "problem.mailing.audience");
        }
        mailings.meant(workspace, audience);
        return new Cadence(
                id,
                program,
                told.name().strip(),
                told.rhythm(),
                audience,
                told.round(),
                next(workspace, told.rhythm()),
                pausedAt,
                null);
    }

    private @Nullable Instant next(WorkspaceId workspace, Rhythm rhythm) {
        return Calendar.next(rhythm, clock.instant(), workspaces.find(workspace).timeZone());
    }
}
