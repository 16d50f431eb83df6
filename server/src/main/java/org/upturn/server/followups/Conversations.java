package org.upturn.server.followups;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/**
 * Calls and meetings, on the record and nowhere else (S4-13). One that was held is logged as being in touch, with who took
 * part; one to come shows as a conversation scheduled, which stops no clock: nobody has spoken yet.
 */
@Service
public class Conversations {
    private static final int LONGEST_NOTES = 9_000;
    private static final int LONGEST_PEOPLE = 300;
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final Cases cases;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final MessageSource messages;
    private final Clock clock;

    Conversations(Cases cases, JdbcClient jdbc, AuditLog audit, MessageSource messages, Clock clock) {
        this.cases = cases;
        this.jdbc = jdbc;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    /** A talk as a member tells it. @param notes may be missing only of one that is still to come */
    public record Told(
            Conversation.Kind kind,
            Instant heldAt,
            @Nullable String people,
            @Nullable String notes) {}

    @Transactional
    public Conversation add(Member by, CaseId id, Told told) {
        Case item = cases.find(by.workspace(), id);
        if (!item.isOpen()) {
            throw Problem.conflict("problem.case.closed");
        }
        check(item, told.heldAt());
        String people = people(told.people());
        Instant now = clock.instant();
        boolean coming = told.heldAt().isAfter(now);
        String notes = coming ? "" : notes(told.notes());
        UUID conversation = Ids.next();
        UUID followUp = coming ? null : log(by, id, people, notes, told.heldAt());
        int added = jdbc.sql("""
                        insert into conversation (workspace_id, id, case_id, kind, held_at, people, notes, made_by, made_at,
                          logged)
                        select :workspace, :id, id, :kind, :held, :people, :notes, :by, :now, :logged
                        from cases
                        where workspace_id = :workspace
                          and id = :case
                          and outcome is null
                        for share
                        """)
                .param("workspace", by.workspace().value())
                .param("id", conversation)
                .param("case", id.value())
                .param("kind", told.kind().word())
                .param("held", Rows.time(told.heldAt()))
                .param("people", people)
                .param("notes", notes)
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .param("logged", followUp)
                .update();
        if (added == 0) { // closed meanwhile, which called off all that were to come
            throw Problem.conflict("problem.case.closed");
        }
        audit.record(by, coming ? "case.conversation.scheduled" : "case.conversation.noted", id.value());
        return find(by.workspace(), id, conversation);
    }

    private void check(Case item, Instant heldAt) {
        if (heldAt.isBefore(item.openedAt().truncatedTo(ChronoUnit.MINUTES))) {
            throw Problem.invalid("heldAt", "problem.conversation.before");
        }
        if (heldAt.isAfter(clock.instant().plus(FARTHEST))) {
            throw Problem.invalid("heldAt", "problem.conversation.far");
        }
    }

    /** Notes what was said in a conversation that was scheduled. */
    @Transactional
    public Conversation note(Member by, CaseId id, UUID conversation, @Nullable String words) {
        Conversation known = open(by, id, conversation);
        if (clock.instant().isBefore(known.heldAt())) {
            throw Problem.conflict("problem.conversation.early");
        }
        String notes = notes(words);
        UUID followUp = log(by, id, known.people(), notes, known.heldAt());
        jdbc.sql("""
                        update conversation
                        set notes = :notes, logged = :logged
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", by.workspace().value())
                .param("id", conversation)
                .param("notes", notes)
                .param("logged", followUp)
                .update();
        return find(by.workspace(), id, conversation);
    }

    /**
     * Says by one press whether a conversation took place whose time has come. Only then was somebody in touch; one that did
     * not take place leaves the clock running.
     */
    @Transactional
    public Conversation settle(Member by, CaseId id, UUID conversation, boolean held) {
        Conversation known = open(by, id, conversation);
        if (held) {
            String words = messages.getMessage(
                    "conversation.held." + known.kind().word(), null, LocaleContextHolder.getLocale());
            return note(by, id, conversation, words);
        }
        if (clock.instant().isBefore(known.heldAt())) {
            throw Problem.conflict("problem.conversation.early");
        }
        return callOff(by, id, conversation);
    }

    /** It will not be, or was not. */
    @Transactional
    public Conversation callOff(Member by, CaseId id, UUID conversation) {
        open(by, id, conversation);
        jdbc.sql("""
                        update conversation
                        set called_off_by = :by, called_off_at = :now
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", by.workspace().value())
                .param("id", conversation)
                .param("by", by.id().value())
                .param("now", Rows.time(clock.instant()))
                .update();
        audit.record(by, "case.conversation.called-off", id.value());
        return find(by.workspace(), id, conversation);
    }

    /** By the time they are or were held. */
    public List<Conversation> ofCase(WorkspaceId workspace, CaseId id) {
        return jdbc.sql("""
                        select conversation.id, kind, held_at, people, notes, member.name, called_off_at, logged
                        from conversation
                        join member on member.workspace_id = :workspace and member.id = conversation.made_by
                        where conversation.workspace_id = :workspace
                          and conversation.case_id = :case
                        order by held_at, conversation.id
                        """)
                .param("workspace", workspace.value())
                .param("case", id.value())
                .query((row, n) -> new Conversation(
                        Rows.id(row, "id"),
                        Conversation.Kind.of(row.getString("kind")),
                        Rows.time(row, "held_at"),
                        row.getString("people"),
                        row.getString("notes"),
                        row.getString("name"),
                        Rows.timeOrNull(row, "called_off_at"),
                        row.getObject("logged", UUID.class)))
                .list();
    }

    private UUID log(Member by, CaseId id, String people, String notes, Instant heldAt) {
        return cases.logHappened(
                by, id, FollowUp.Kind.CONTACTED, people.isEmpty() ? notes : people + ": " + notes, heldAt);
    }

    /** Held until the end of the transaction; still to come, or without a note. */
    private Conversation open(Member by, CaseId id, UUID conversation) {
        jdbc.sql("select id from conversation where workspace_id = :workspace and id = :id for update")
                .param("workspace", by.workspace().value())
                .param("id", conversation)
                .query(UUID.class)
                .optional();
        Conversation known = find(by.workspace(), id, conversation);
        if (known.logged() != null || known.calledOffAt() != null) {
            throw Problem.conflict("problem.conversation.over");
        }
        return known;
    }

    public Conversation find(WorkspaceId workspace, CaseId id, UUID conversation) {
        return ofCase(workspace, id).stream()
                .filter(one -> one.id().equals(conversation))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("problem.unknown.conversation"));
    }

    private static String people(@Nullable String told) {
        String people = told == null ? "" : told.replaceAll("\\p{Cntrl}+", " ").strip();
        if (people.length() > LONGEST_PEOPLE) {
            throw Problem.invalid("people", "problem.conversation.people", LONGEST_PEOPLE);
        }
        return people;
    }

    private static String notes(@Nullable String told) {
        String notes = told == null ? "" : told.replace("\0", "").strip();
        if (notes.isEmpty() || notes.length() > LONGEST_NOTES) {
            throw Problem.invalid("notes", "problem.conversation.notes", LONGEST_NOTES);
        }
        return notes;
    }
}
