package org.upturn.server.invitations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;

/** All SQL of invitations and their links. */
@Repository
class InvitationRepository {
    private final JdbcClient jdbc;
    private final LinkTokens tokens;

    InvitationRepository(JdbcClient jdbc, LinkTokens tokens) {
        this.jdbc = jdbc;
        this.tokens = tokens;
    }

    /** Two statements for any number of contacts. */
    List<Invitation> insert(
            WorkspaceId workspace, WaveId wave, List<ContactId> contacts, Channel channel, Instant now) {
        var ids = new ArrayList<UUID>();
        var hashes = new ArrayList<byte[]>();
        contacts.forEach(contact -> {
            var id = InvitationId.next();
            ids.add(id.value());
            hashes.add(LinkTokens.hash(tokens.token(id)));
        });
        jdbc.sql("""
                        with made as (
                          insert into invitation (workspace_id, id, wave_id, contact_id, channel, created_at)
                          select :workspace, new.id, :wave, new.contact_id, :channel, :now
                          from unnest(:ids, :contacts) as new (id, contact_id)
                          on conflict (workspace_id, wave_id, contact_id) do nothing
                          returning workspace_id, id
                        )
                        insert into answer_link (token_hash, workspace_id, invitation_id)
                        select link.token_hash, made.workspace_id, made.id
                        from made
                        join unnest(:ids, :hashes) as link (id, token_hash) on link.id = made.id
                        """)
                .param("workspace", workspace.value())
                .param("wave", wave.value())
                .param("channel", channel.word())
                .param("now", Rows.time(now))
                .param("ids", ids.toArray(UUID[]::new))
                .param("contacts", uuids(contacts))
                .param("hashes", hashes.toArray(byte[][]::new))
                .update();
        return jdbc.sql("""
                        select id, wave_id, contact_id, created_at, answered_at
                        from invitation
                        where workspace_id = :workspace
                          and wave_id = :wave
                          and contact_id = any(:contacts)
                        order by id
                        """)
                .param("workspace", workspace.value())
                .param("wave", wave.value())
                .param("contacts", uuids(contacts))
                .query(this::invitation)
                .list();
    }

    Optional<Invited> findByToken(String token) {
        return jdbc.sql("""
                        select invitation.workspace_id, invitation.id, invitation.wave_id, invitation.contact_id
                        from answer_link
                        join invitation on invitation.workspace_id = answer_link.workspace_id
                          and invitation.id = answer_link.invitation_id
                        where answer_link.token_hash = :hash
                        """)
                .param("hash", LinkTokens.hash(token))
                .query((row, n) -> new Invited(
                        new WorkspaceId(Rows.id(row, "workspace_id")), new InvitationId(Rows.id(row, "id")),
                        new WaveId(Rows.id(row, "wave_id")), new ContactId(Rows.id(row, "contact_id"))))
                .optional();
    }

    List<Invited> ofWave(WorkspaceId workspace, WaveId wave) {
        return jdbc.sql("select id, contact_id from invitation where workspace_id = :workspace and wave_id = :wave")
                .param("workspace", workspace.value())
                .param("wave", wave.value())
                .query((row, n) -> new Invited(
                        workspace,
                        new InvitationId(Rows.id(row, "id")),
                        wave,
                        new ContactId(Rows.id(row, "contact_id"))))
                .list();
    }

    void markAnswered(Invited invited, Instant now) {
        jdbc.sql("""
                        update invitation
                        set answered_at = :now
                        where workspace_id = :workspace
                          and id = :id
                          and answered_at is null
                        """)
                .param("workspace", invited.workspace().value())
                .param("id", invited.invitation().value())
                .param("now", Rows.time(now))
                .update();
    }

    List<Invitation> list(WorkspaceId workspace, @Nullable WaveId wave, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select id, wave_id, contact_id, created_at, answered_at
                        from invitation
                        where workspace_id = :workspace
                          and (cast(:wave as uuid) is null or wave_id = :wave)
                          and (cast(:after as uuid) is null or id > :after)
                        order by id
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("wave", wave == null ? null : wave.value())
                .param("after", after)
                .param("limit", limit)
                .query(this::invitation)
                .list();
    }

    Map<WaveId, Invitations.Progress> progress(WorkspaceId workspace) {
        var progress = new HashMap<WaveId, Invitations.Progress>();
        jdbc.sql("""
                        select wave_id, count(*) filter (where asked) as invited,
                          count(answered_at) filter (where asked) as answered,
                          count(answered_at) filter (where not asked) as others
                        from (
                          select wave_id, answered_at, channel not in ('open', 'widget', 'kiosk', 'import') as asked
                          from invitation
                          where workspace_id = :workspace) as invitation
                        group by wave_id
                        """).param("workspace", workspace.value()).query(row -> {
            progress.put(
                    new WaveId(Rows.id(row, "wave_id")),
                    new Invitations.Progress(row.getLong("invited"), row.getLong("answered"), row.getLong("others")));
        });
        return progress;
    }

    /** Those who may be asked, came with past answers, and have nothing but such answers of other programs. */
    long onlyElsewhere(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select count(*)
                        from contact
                        where contact.workspace_id = :workspace
                          and contact.came_with is not null
                          and contact.merged_into is null
                          and contact.erased_at is null
                          and contact.consent is distinct from 'withdrawn'
                          and exists (
                            select 1
                            from invitation
                            where invitation.workspace_id = :workspace
                              and invitation.contact_id = contact.id)
                          and not exists (
                            select 1
                            from invitation
                            join wave on wave.workspace_id = :workspace
                              and wave.id = invitation.wave_id
                            where invitation.workspace_id = :workspace
                              and invitation.contact_id = contact.id
                              and (invitation.channel <> 'import' or wave.program_id = :program))
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query(Long.class)
                .single();
    }

    private static UUID[] uuids(List<ContactId> contacts) {
        return contacts.stream().map(ContactId::value).toArray(UUID[]::new);
    }

    private Invitation invitation(ResultSet row, int n) throws SQLException {
        var id = new InvitationId(Rows.id(row, "id"));
        return new Invitation(
                id,
                new WaveId(Rows.id(row, "wave_id")),
                new ContactId(Rows.id(row, "contact_id")),
                tokens.token(id),
                Rows.time(row, "created_at"),
                Rows.timeOrNull(row, "answered_at"));
    }

    /** The rule of the audience of a mailing ("recent"), for one contact. */
    boolean isAskedSince(WorkspaceId workspace, ContactId contact, Instant since) {
        return jdbc.sql("""
                        select exists (
                          select 1
                          from invitation
                          left join mail_message message on message.workspace_id = invitation.workspace_id
                            and message.invitation_id = invitation.id
                            and message.state in ('queued', 'sent', 'unknown')
                          where invitation.workspace_id = :workspace
                            and invitation.contact_id = :contact
                            and greatest(invitation.answered_at, message.accepted_at, message.ready_at) > :since)
                        """)
                .param("workspace", workspace.value())
                .param("contact", contact.value())
                .param("since", Rows.time(since))
                .query(Boolean.class)
                .single();
    }
}
