package org.upturn.server.tracks.passives;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.engine.Codebook;
import org.upturn.engine.Theme;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.corrections.CorrectionRules;
import org.upturn.server.corrections.RuleKind;
import org.upturn.server.interactions.Interaction;
import org.upturn.server.interactions.Interactions;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.tracks.Tracks;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Workspaces;

/** The door of the passives' track: who may drift and why, what they miss, who looks after them (S3-11). */
@Service
public class Passives {
    private static final int LONGEST_TITLE = 80;

    private final PassiveRepository repository;
    private final CorrectionRules questions;
    private final Surveys surveys;
    private final Contacts contacts;
    private final Interactions interactions;
    private final Codebooks codebooks;
    private final Workspaces workspaces;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Passives(
            PassiveRepository repository,
            CorrectionRules questions,
            Surveys surveys,
            Contacts contacts,
            Interactions interactions,
            Codebooks codebooks,
            Workspaces workspaces,
            JdbcClient jdbc,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.questions = questions;
        this.surveys = surveys;
        this.contacts = contacts;
        this.interactions = interactions;
        this.codebooks = codebooks;
        this.workspaces = workspaces;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The passives of a wave, those at risk first. */
    public List<Passive> list(WorkspaceId workspace, Wave wave, int limit) {
        return repository.list(workspace, wave, limit);
    }

    public PassiveFigures figures(WorkspaceId workspace, Tracks.Shown shown) {
        Wave wave = shown.wave();
        PassiveRepository.Counts counts = repository.counts(workspace, wave);
        Codebook codebook = codebooks.active(workspace, wave.program()).codebook();
        List<PassiveFigures.Missed> missed = repository.missed(workspace, wave).entrySet().stream()
                .map(one -> new PassiveFigures.Missed(
                        one.getKey(),
                        codebook.theme(one.getKey()).map(Theme::name).orElse(one.getKey()),
                        one.getValue()))
                .toList();
        return new PassiveFigures(
                counts.passives(),
                counts.atRisk(),
                questions.unasked(workspace, wave.id(), RuleKind.PASSIVE_NINE),
                missed,
                counts.uncovered(),
                shown.before()
                        .map(before -> repository.fates(workspace, before.id(), wave.id()))
                        .orElse(new PassiveFigures.Fates(0, 0, 0, 0)));
    }

    /** Who looks after a passive now; empty for nobody. */
    public Optional<Passive.Owner> owner(WorkspaceId workspace, ProgramId program, ContactId contact) {
        return jdbc.sql("""
                        select member.id, member.name
                        from track_owner
                        join member on member.workspace_id = :workspace and member.id = track_owner.member_id
                        where track_owner.workspace_id = :workspace
                          and track_owner.program_id = :program
                          and track_owner.contact_id = :contact
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("contact", contact.value())
                .query((row, n) -> new Passive.Owner(new MemberId(Rows.id(row, "id")), row.getString("name")))
                .optional();
    }

    /** Names who looks after a passive; nobody when null. A new owner is told. */
    @Transactional
    public void give(Member by, ProgramId program, ContactId contact, @Nullable MemberId owner) {
        surveys.program(by.workspace(), program);
        ContactId known = contacts.find(by.workspace(), contact).id();
        boolean news = owner(by.workspace(), program, known)
                .filter(now -> now.id().equals(owner))
                .isEmpty();
        if (owner == null) {
            jdbc.sql("""
                            delete from track_owner
                            where workspace_id = :workspace
                              and program_id = :program
                              and contact_id = :contact
                            """)
                    .param("workspace", by.workspace().value())
                    .param("program", program.value())
                    .param("contact", known.value())
                    .update();
        } else {
            workspaces
                    .findMember(by.workspace(), owner)
                    .filter(one -> !one.left())
                    .orElseThrow(() -> Problem.invalid("owner", "problem.track.owner"));
            jdbc.sql("""
                            insert into track_owner (workspace_id, program_id, contact_id, member_id, given_by, given_at)
                            values (:workspace, :program, :contact, :member, :by, :now)
                            on conflict (workspace_id, program_id, contact_id) do update
                            set member_id = excluded.member_id, given_by = excluded.given_by, given_at = excluded.given_at
                            where track_owner.workspace_id = :workspace
                            """)
                    .param("workspace", by.workspace().value())
                    .param("program", program.value())
                    .param("contact", known.value())
                    .param("member", owner.value())
                    .param("by", by.id().value())
                    .param("now", Rows.time(clock.instant()))
                    .update();
        }
        if (owner != null && news && !owner.equals(by.id())) {
            events.publishEvent(new PassiveGiven(by.workspace(), program, known, owner, by.id()));
        }
        audit.record(by, "passive.owner.changed", known.value());
    }

    /** Logs that somebody was in touch; it stands in the person's history as well. */
    @Transactional
    public Interaction touch(Member by, ProgramId program, ContactId contact, Interaction.Kind kind, String words) {
        surveys.program(by.workspace(), program);
        ContactId known = contacts.find(by.workspace(), contact).id();
        String line = words.strip().lines().findFirst().orElse("");
        String title = line.length() > LONGEST_TITLE ? line.substring(0, LONGEST_TITLE) : line;
        Interaction logged = interactions.log(by.workspace(), known, kind, title, words.strip());
        jdbc.sql("""
                        insert into touchpoint (workspace_id, interaction_id, program_id, contact_id, made_by, made_at)
                        values (:workspace, :interaction, :program, :contact, :by, :now)
                        """)
                .param("workspace", by.workspace().value())
                .param("interaction", logged.id())
                .param("program", program.value())
                .param("contact", known.value())
                .param("by", by.id().value())
                .param("now", Rows.time(logged.happenedAt()))
                .update();
        audit.record(by, "passive.touched", known.value());
        return logged;
    }
}
