package org.upturn.server.invitations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.WaveId;

/**
 * Notes by the ten thousand who was asked in a wave that was asked elsewhere. There is no link for them: nobody can answer
 * again. Who did not answer there is not known, so these count as asked and answered alike.
 */
@Component
public class BulkInvitations {
    private final JdbcClient jdbc;

    BulkInvitations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody who was asked and answered then. */
    public record Asked(WaveId wave, ContactId contact, Instant answered) {}

    /** Whoever was invited in that wave already stays so, and has answered now. @param asked each wave and contact once */
    public void insert(WorkspaceId workspace, List<Asked> asked) {
        jdbc.sql("""
                        insert into invitation (workspace_id, id, wave_id, contact_id, created_at, answered_at, channel)
                        select :workspace, told.id, told.wave_id, told.contact_id, cast(told.at as timestamptz),
                          cast(told.at as timestamptz), 'import'
                        from unnest(:ids, :waves, :contacts, :times) as told (id, wave_id, contact_id, at)
                        on conflict (workspace_id, wave_id, contact_id) do update
                        set answered_at = excluded.answered_at
                        where invitation.workspace_id = :workspace
                          and invitation.answered_at is null
                        """)
                .param("workspace", workspace.value())
                .param("ids", asked.stream().map(one -> Ids.at(one.answered())).toArray(UUID[]::new))
                .param("waves", asked.stream().map(one -> one.wave().value()).toArray(UUID[]::new))
                .param(
                        "contacts",
                        asked.stream().map(one -> one.contact().value()).toArray(UUID[]::new))
                .param(
                        "times",
                        asked.stream().map(one -> one.answered().toString()).toArray(String[]::new))
                .update();
    }

    /** Takes back that these were asked in these waves, where no link was ever made for them. */
    public void takeBack(WorkspaceId workspace, List<Asked> asked) {
        jdbc.sql("""
                        delete from invitation
                        using unnest(:waves, :contacts) as told (wave_id, contact_id)
                        where invitation.workspace_id = :workspace
                          and invitation.wave_id = told.wave_id
                          and invitation.contact_id = told.contact_id
                          and not exists (
                            select 1
                            from answer_link
                            where answer_link.workspace_id = :workspace
                              and answer_link.invitation_id = invitation.id)
                        """)
                .param("workspace", workspace.value())
                .param("waves", asked.stream().map(one -> one.wave().value()).toArray(UUID[]::new))
                .param(
                        "contacts",
                        asked.stream().map(one -> one.contact().value()).toArray(UUID[]::new))
                .update();
    }
}
