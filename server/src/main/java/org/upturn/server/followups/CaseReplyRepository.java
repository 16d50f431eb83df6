package org.upturn.server.followups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.cases.CaseId;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/** The SQL of what came back. */
@Repository
class CaseReplyRepository {
    private static final String SELECT = """
            select id, case_id, message_id, sender, subject, words, quoted, automatic, attachments, sent_at, received_at, logged
            from case_reply
            """;

    private final JdbcClient jdbc;

    CaseReplyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this mail is here already. @param key a hash of what names it */
    boolean insert(WorkspaceId workspace, Reply reply, byte[] key) {
        return jdbc.sql("""
                        insert into case_reply (workspace_id, id, case_id, key, message_id, sender, subject, words, quoted,
                          automatic, attachments, sent_at, received_at)
                        values (:workspace, :id, :case, :key, :messageId, :sender, :subject, :words, :quoted, :automatic,
                          :attachments, :sent, :received)
                        on conflict (workspace_id, key) do nothing
                        """)
                        .param("workspace", workspace.value())
                        .param("id", reply.id())
                        .param("case", reply.caseId().value())
                        .param("key", key)
                        .param("messageId", reply.messageId())
                        .param("sender", reply.sender())
                        .param("subject", reply.subject())
                        .param("words", reply.words())
                        .param("quoted", reply.quoted())
                        .param("automatic", reply.automatic())
                        .param("attachments", reply.attachments().toArray(String[]::new))
                        .param("sent", Rows.time(reply.sentAt()))
                        .param("received", Rows.time(reply.receivedAt()))
                        .update()
                == 1;
    }

    /** The first first. */
    List<Reply> ofCase(WorkspaceId workspace, CaseId id) {
        return jdbc.sql(SELECT + """
                                where workspace_id = :workspace
                                  and case_id = :case
                                order by received_at, id
                                """)
                .param("workspace", workspace.value())
                .param("case", id.value())
                .query(CaseReplyRepository::reply)
                .list();
    }

    /** Held until the end of the transaction, so that two people cannot log it both. */
    Optional<Reply> hold(WorkspaceId workspace, CaseId id, UUID reply) {
        return jdbc.sql(SELECT + """
                                where workspace_id = :workspace
                                  and case_id = :case
                                  and id = :reply
                                for update
                                """)
                .param("workspace", workspace.value())
                .param("case", id.value())
                .param("reply", reply)
                .query(CaseReplyRepository::reply)
                .optional();
    }

    void markLogged(WorkspaceId workspace, UUID reply, UUID followUp) {
        jdbc.sql("update case_reply set logged = :followUp where workspace_id = :workspace and id = :reply")
                .param("workspace", workspace.value())
                .param("reply", reply)
                .param("followUp", followUp)
                .update();
    }

    private static Reply reply(ResultSet row, int n) throws SQLException {
        return new Reply(
                Rows.id(row, "id"),
                new CaseId(Rows.id(row, "case_id")),
                row.getString("message_id"),
                row.getString("sender"),
                row.getString("subject"),
                row.getString("words"),
                row.getBoolean("quoted"),
                row.getBoolean("automatic"),
                Arrays.asList((String[]) row.getArray("attachments").getArray()),
                Rows.timeOrNull(row, "sent_at"),
                Rows.time(row, "received_at"),
                row.getObject("logged", UUID.class));
    }
}
