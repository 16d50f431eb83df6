package org.upturn.server.channels.replies;

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
    List<KeptReply> kept(WorkspaceId workspace, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select id, contact_id, words, outcome, received_at
                        from text_reply
                        where workspace_id = :workspace
                          and outcome in ('unclear', 'late')
                          and (cast(:after as uuid) is null or id < :after)
                        order by id desc
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new KeptReply(
                        Rows.id(row, "id"),
                        new ContactId(Rows.id(row, "contact_id")),
                        row.getString("words"),
                        row.getString("outcome"),
                        Rows.time(row, "received_at")))
                .list();
    }

    void forget(WorkspaceId workspace, ContactId contact) {
        jdbc.sql("delete from text_reply where workspace_id = :workspace and contact_id = :contact")
                .param("workspace", workspace.value())
                .param("contact", contact.value())
                .update();
    }
}
