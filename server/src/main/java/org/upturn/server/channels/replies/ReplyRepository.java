package org.upturn.server.channels.replies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.outbox.TextFates;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** All SQL of replies. */
@Repository
class ReplyRepository {
    private final JdbcClient jdbc;

    ReplyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Claims a reply for this transaction; empty when it was taken before. */
    @Nullable
    UUID claim(WorkspaceId workspace, TextFates.Holder holder, String gatewayId, Instant now) {
        UUID id = Ids.next();
        int claimed = jdbc.sql("""
                        insert into text_reply (workspace_id, id, gateway_id, contact_id, invitation_id, outcome, words,
                          received_at)
                        values (:workspace, :id, :gatewayId, :contact, :invitation, 'answered', '', :now)
                        on conflict (workspace_id, gateway_id) do nothing
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("gatewayId", gatewayId)
                .param("contact", holder.contact().value())
                .param(
                        "invitation",
                        holder.invited() == null
                                ? null
                                : holder.invited().invitation().value())
                .param("now", Rows.time(now))
                .update();
        return claimed == 1 ? id : null;
    }

    void note(WorkspaceId workspace, UUID id, String outcome, String words) {
        jdbc.sql("""
                        update text_reply
                        set outcome = :outcome, words = :words
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .param("outcome", outcome)
                .param("words", words)
                .update();
    }

    /** Those that were not understood, the latest first. */
    List<KeptReply> kept(WorkspaceId workspace, boolean handled, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select id, contact_id, words, outcome, received_at, handled_by, handled_at
                        from text_reply
                        where workspace_id = :workspace
                          and outcome in ('unclear', 'late')
                          and (handled_at is not null) = :handled
                          and (cast(:after as uuid) is null or id < :after)
                        order by id desc
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("handled", handled)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new KeptReply(
                        Rows.id(row, "id"),
                        new ContactId(Rows.id(row, "contact_id")),
                        row.getString("words"),
                        row.getString("outcome"),
                        Rows.time(row, "received_at"),
                        handled(row)))
                .list();
    }

    private static KeptReply.@Nullable Handled handled(ResultSet row) throws SQLException {
        Instant at = Rows.timeOrNull(row, "handled_at");
        return at == null ? null : new KeptReply.Handled(new MemberId(Rows.id(row, "handled_by")), at);
    }

    /** @param by null to take it back; @return whether there is such a reply */
    boolean handle(WorkspaceId workspace, UUID id, @Nullable Member by, @Nullable Instant now) {
        return jdbc.sql("""
                                update text_reply
                                set handled_by = :by, handled_at = :now
                                where workspace_id = :workspace
                                  and id = :id
                                  and outcome in ('unclear', 'late')
                                """)
                        .param("workspace", workspace.value())
                        .param("id", id)
                        .param("by", by == null ? null : by.id().value())
                        .param("now", Rows.time(now))
                        .update()
                == 1;
    }

    void forget(WorkspaceId workspace, ContactId contact) {
        jdbc.sql("delete from text_reply where workspace_id = :workspace and contact_id = :contact")
                .param("workspace", workspace.value())
                .param("contact", contact.value())
                .update();
    }
}
