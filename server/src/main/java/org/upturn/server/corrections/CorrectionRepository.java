package org.upturn.server.corrections;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.LinkTokens;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.MemberId;

/** All SQL of corrections and their links. */
@Repository
class CorrectionRepository {
    private static final String SELECT = """
            select correction.workspace_id, correction.id, response_id, program_id, wave_id, contact_id, correction.reason,
              question, words, asked_by, rule, asked_version, mail, skip, asked_at, expires_at, opened_at, ended_at, outcome,
              answered_version, (
                select message.state
                from mail_letter letter
                join mail_message message on message.workspace_id = correction.workspace_id and message.id = letter.mail_id
                where letter.workspace_id = correction.workspace_id
                  and letter.target_id = correction.id
                order by message.id desc
                limit 1) as mail_state
            from correction
            """;

    private final JdbcClient jdbc;

    CorrectionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A correction with the workspace that its link belongs to. */
    record Found(WorkspaceId workspace, Correction correction) {}

    /** Correction and link in one statement; false when one is open already, or this rule has asked before. */
    boolean insert(WorkspaceId workspace, Correction told, String token) {
        return jdbc.sql("""
                        with made as (
                          insert into correction (workspace_id, id, response_id, program_id, wave_id, contact_id, reason,
                            question, words, asked_by, rule, asked_version, mail, skip, asked_at, expires_at, ended_at,
                            outcome)
                          values (:workspace, :id, :response, :program, :wave, :contact, :reason, :part, :words, :by, :rule,
                            :version, :mail, :skip, :asked, :expires, :ended, :outcome)
                          on conflict do nothing
                          returning workspace_id, id
                        )
                        insert into correction_link (token_hash, workspace_id, correction_id)
                        select :hash, made.workspace_id, made.id
                        from made
                        """)
                        .param("workspace", workspace.value())
                        .param("id", told.id().value())
                        .param("response", told.response().value())
                        .param("program", told.program().value())
                        .param("wave", told.wave().value())
                        .param("contact", told.contact().value())
                        .param("reason", told.reason().word())
                        .param("part", told.part())
                        .param("words", told.words())
                        .param(
                                "by",
                                told.by().member() == null
                                        ? null
                                        : told.by().member().value())
                        .param(
                                "rule",
                                told.by().rule() == null
                                        ? null
                                        : told.by().rule().word())
                        .param("version", told.by().version())
                        .param("mail", told.mail())
                        .param("skip", told.course().skip())
                        .param("asked", Rows.time(told.course().askedAt()))
                        .param("expires", Rows.time(told.course().expiresAt()))
                        .param("ended", Rows.time(told.course().endedAt()))
                        .param("outcome", told.course().outcome())
                        .param("hash", LinkTokens.hash(token))
                        .update()
                == 1;
    }

    Optional<Found> findByToken(String token) {
        return jdbc.sql(SELECT + """
                                join correction_link on correction_link.workspace_id = correction.workspace_id
                                  and correction_link.correction_id = correction.id
                                where correction_link.token_hash = :hash
                                """)
                .param("hash", LinkTokens.hash(token))
                .query((row, n) -> new Found(new WorkspaceId(Rows.id(row, "workspace_id")), correction(row, n)))
                .optional();
    }

    /** Those of an answer, a person or a wave, the latest first; null means any. */
    List<Correction> list(
            WorkspaceId workspace,
            @Nullable ResponseId response,
            @Nullable ContactId contact,
            @Nullable WaveId wave,
            int limit) {
        return jdbc.sql(SELECT + """
                                where correction.workspace_id = :workspace
                                  and (cast(:response as uuid) is null or response_id = :response)
                                  and (cast(:contact as uuid) is null or contact_id = any(array(
                                    select same.id
                                    from contact same
                                    where same.workspace_id = :workspace
                                      and coalesce(same.merged_into, same.id) = :contact)))
                                  and (cast(:wave as uuid) is null or wave_id = :wave)
                                order by correction.id desc
                                limit :limit
                                """)
                .param("workspace", workspace.value())
                .param("response", response == null ? null : response.value())
                .param("contact", contact == null ? null : contact.value())
                .param("wave", wave == null ? null : wave.value())
                .param("limit", limit)
                .query(CorrectionRepository::correction)
                .list();
    }

    /** Those of a program that wait for a member to hand their link over, the oldest first. */
    List<Correction> waitingForAPerson(WorkspaceId workspace, ProgramId program, Instant now, int limit) {
        return jdbc.sql(SELECT + """
                                where correction.workspace_id = :workspace
                                  and program_id = :program
                                  and rule is not null
                                  and not mail
                                  and ended_at is null
                                  and expires_at > :now
                                order by correction.id
                                limit :limit
                                """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .param("now", Rows.time(now))
                .param("limit", limit)
                .query(CorrectionRepository::correction)
                .list();
    }

    private static Correction correction(ResultSet row, int n) throws SQLException {
        UUID member = Rows.id(row, "asked_by");
        String rule = row.getString("rule");
        return new Correction(
                new CorrectionId(Rows.id(row, "id")),
                new ResponseId(Rows.id(row, "response_id")),
                new ProgramId(Rows.id(row, "program_id")),
                new WaveId(Rows.id(row, "wave_id")),
                new ContactId(Rows.id(row, "contact_id")),
                Reason.of(row.getString("reason")),
                row.getString("question"),
                row.getString("words"),
                new Correction.By(
                        member == null ? null : new MemberId(member),
                        rule == null ? null : RuleKind.of(rule),
                        row.getInt("asked_version")),
                row.getBoolean("mail"),
                new Correction.Course(
                        Rows.time(row, "asked_at"),
                        Rows.time(row, "expires_at"),
                        Rows.timeOrNull(row, "opened_at"),
                        Rows.timeOrNull(row, "ended_at"),
                        row.getString("outcome"),
                        row.getString("skip"),
                        row.getObject("answered_version", Integer.class),
                        row.getString("mail_state")));
    }
}
