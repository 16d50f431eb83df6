package org.upturn.server.invitations;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.CopyRows;
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
    private final JdbcOperations copies;

    BulkInvitations(JdbcClient jdbc, JdbcOperations copies) {
        this.jdbc = jdbc;
        this.copies = copies;
    }

    /** Somebody who was asked and answered then. */
    public record Asked(WaveId wave, ContactId contact, Instant answered) {}

    /**
     * Whoever was invited in that wave already stays so, and has answered now.
     *
     * @param asked each wave and contact once
     * @throws org.springframework.dao.DuplicateKeyException when somebody was invited at the same moment
     */
    public void insert(WorkspaceId workspace, List<Asked> asked) {
        Set<Asked> known = answered(workspace, asked);
        var rows = new CopyRows(
                workspace, "invitation", "id", "wave_id", "contact_id", "created_at", "answered_at", "channel");
        for (Asked one : asked) {
            if (!known.contains(one)) {
                rows.row()
                        .id(Ids.at(one.answered()))
                        .id(one.wave().value())
                        .id(one.contact().value())
                        .time(one.answered())
                        .time(one.answered())
                        .text(Channel.IMPORT.word());
            }
        }
        rows.store(copies);
    }

    /** @return those who were invited already; they have answered now */
    private Set<Asked> answered(WorkspaceId workspace, List<Asked> asked) {
        List<Integer> places = jdbc.sql("""
                        with known as (
                          select invitation.id, invitation.answered_at, told.place, told.at
                          from unnest(:waves, :contacts, :times) with ordinality as told (wave_id, contact_id, at, place)
                          join invitation on invitation.workspace_id = :workspace
                            and invitation.wave_id = told.wave_id
                            and invitation.contact_id = told.contact_id),
                        answered as (
                          update invitation
                          set answered_at = cast(known.at as timestamptz)
                          from known
                          where invitation.workspace_id = :workspace
                            and invitation.id = known.id
                            and invitation.answered_at is null)
                        select place - 1
                        from known
                        """)
                .param("workspace", workspace.value())
                .param("waves", waves(asked))
                .param("contacts", contacts(asked))
                .param(
                        "times",
                        asked.stream().map(one -> one.answered().toString()).toArray(String[]::new))
                .query(Integer.class)
                .list();
        return places.stream().map(asked::get).collect(Collectors.toSet());
    }

    private static UUID[] waves(List<Asked> asked) {
        return asked.stream().map(one -> one.wave().value()).toArray(UUID[]::new);
    }

    private static UUID[] contacts(List<Asked> asked) {
        return asked.stream().map(one -> one.contact().value()).toArray(UUID[]::new);
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
                .param("waves", waves(asked))
                .param("contacts", contacts(asked))
                .update();
    }
}
