package org.upturn.server.responses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.Channel;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;

/** All SQL of responses and their versions. */
@Repository
class ResponseRepository {
    static final String SELECT = """
            select response.id, response.program_id, response.wave_id, response.contact_id, answer.survey_id,
              response.score, answer.verbatim, response.version, response.answered_at, response.changed_at, response.channel,
              answer.language, answer.answers, response.segments
            from response
            join response_version answer on answer.workspace_id = response.workspace_id
              and answer.response_id = response.id
              and answer.version = response.version
            """;

    private final JdbcClient jdbc;

    ResponseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Response and first version in one statement, which also ends what was begun; empty when this contact has answered in
     * this wave before.
     *
     * @param channel null for that of the invitation, or mail or SMS where we sent one
     */
    Optional<ResponseId> insert(Invited invited, Wave wave, AnswerVersion first, @Nullable Channel channel) {
        return with(first, jdbc.sql("""
                        with previous as (
                          select response.id, response.score_group
                          from response
                          join wave on wave.workspace_id = response.workspace_id and wave.id = response.wave_id
                          where response.workspace_id = :workspace
                            and response.contact_id = any(array(
                              select coalesce(asked.merged_into, asked.id)
                              from contact asked
                              where asked.workspace_id = :workspace
                                and asked.id = :contact
                              union all
                              select same.id
                              from contact asked
                              join contact same on same.workspace_id = asked.workspace_id
                                and same.merged_into = coalesce(asked.merged_into, asked.id)
                              where asked.workspace_id = :workspace
                                and asked.id = :contact))
                            and response.program_id = :program
                            and (wave.opens_at, wave.id) < (:opensAt, :wave)
                          order by wave.opens_at desc, wave.id desc, response.answered_at desc, response.id desc
                          limit 1
                        ), begun as (
                          delete from answer_draft
                          where workspace_id = :workspace
                            and invitation_id = :invitation
                        ), made as (
                          insert into response (workspace_id, id, program_id, wave_id, contact_id, survey_id, channel,
                            version, score, answered_at, changed_at, segments, previous_response_id, previous_group)
                          select :workspace, :id, :program, :wave, :contact, :survey,
                            coalesce(
                              cast(:channel as text),
                              (
                                select mail_message.channel
                                from mail_message
                                where mail_message.workspace_id = :workspace
                                  and mail_message.invitation_id = :invitation
                                  and mail_message.state in ('sent', 'unknown')
                                order by mail_message.number
                                limit 1),
                              (
                                select invitation.channel
                                from invitation
                                where invitation.workspace_id = :workspace
                                  and invitation.id = :invitation)),
                            1, :score, :now, :now,
                            contact.attributes, (select id from previous), (select score_group from previous)
                          from contact
                          where contact.workspace_id = :workspace
                            and contact.id = :contact
                          on conflict (workspace_id, wave_id, contact_id) do nothing
                          returning workspace_id, id
                        )
                        insert into response_version (workspace_id, response_id, version, score, verbatim, survey_id,
                          language, answers, sent, answered_at)
                        select made.workspace_id, made.id, :version, :score, :verbatim, :survey, :language,
                          cast(:answers as jsonb), :sent, :now
                        from made
                        returning response_id
                        """))
                .param("workspace", invited.workspace().value())
                .param("invitation", invited.invitation().value())
                .param("channel", channel == null ? null : channel.word())
                .param("id", ResponseId.next().value())
                .param("program", wave.program().value())
                .param("wave", wave.id().value())
                .param("opensAt", Rows.time(wave.opensAt()))
                .param("contact", invited.contact().value())
                .query((row, n) -> new ResponseId(Rows.id(row, "response_id")))
                .optional();
    }

    /**
     * The answer given in this wave, held until the end of the transaction. Held first and read after that: a statement
     * that had to wait would still look for the words of the version that stood when it began.
     */
    Response lock(WorkspaceId workspace, WaveId wave, ContactId contact) {
        jdbc.sql("""
                        select id
                        from response
                        where workspace_id = :workspace
                          and wave_id = :wave
                          and contact_id = :contact
                        for no key update
                        """)
                .param("workspace", workspace.value())
                .param("wave", wave.value())
                .param("contact", contact.value())
                .query(UUID.class)
                .single();
        return findInWave(workspace, wave, contact).orElseThrow();
    }

    void insert(WorkspaceId workspace, ResponseId id, AnswerVersion edit) {
        with(edit, jdbc.sql("""
                        with added as (
                          insert into response_version (workspace_id, response_id, version, score, verbatim, survey_id,
                            language, answers, sent, answered_at)
                          values (:workspace, :id, :version, :score, :verbatim, :survey, :language,
                            cast(:answers as jsonb), :sent, :now)
                        )
                        update response
                        set version = :version, score = :score, changed_at = :now
                        where workspace_id = :workspace
                          and id = :id
                        """))
                .param("workspace", workspace.value())
                .param("id", id.value())
                .update();
    }

    private static StatementSpec with(AnswerVersion answer, StatementSpec statement) {
        return statement
                .param("version", answer.version())
                .param("score", answer.score().value())
                .param("verbatim", answer.verbatim())
                .param("survey", answer.survey())
                .param("language", answer.language())
                .param("answers", Rows.json(answer.answers()))
                .param("sent", answer.sent())
                .param("now", Rows.time(answer.answeredAt()));
    }

    /** One alone: PostgreSQL plans it once and for all, while it looks at every list anew. */
    Optional<Response> find(WorkspaceId workspace, ResponseId id) {
        return jdbc.sql(SELECT + "where response.workspace_id = :workspace and response.id = :id")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(ResponseRepository::response)
                .optional();
    }

    List<Response> find(WorkspaceId workspace, Collection<ResponseId> ids) {
        return jdbc.sql(SELECT + "where response.workspace_id = :workspace and response.id = any(:ids)")
                .param("workspace", workspace.value())
                .param("ids", ids.stream().map(ResponseId::value).toArray(UUID[]::new))
                .query(ResponseRepository::response)
                .list();
    }

    Optional<Response> findInWave(WorkspaceId workspace, WaveId wave, ContactId contact) {
        return jdbc.sql(SELECT + """
                                where response.workspace_id = :workspace
                                  and response.wave_id = :wave
                                  and response.contact_id = :contact
                                """)
                .param("workspace", workspace.value())
                .param("wave", wave.value())
                .param("contact", contact.value())
                .query(ResponseRepository::response)
                .optional();
    }

    List<Response> list(WorkspaceId workspace, Responses.Filter filter, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                                where response.workspace_id = :workspace
                                  and (cast(:program as uuid) is null or response.program_id = :program)
                                  and (cast(:wave as uuid) is null or response.wave_id = :wave)
                                  and (cast(:contact as uuid) is null or response.contact_id = :contact)
                                  and (cast(:after as uuid) is null or response.id < :after)
                                order by response.id desc
                                limit :limit
                                """)
                .param("workspace", workspace.value())
                .param(
                        "program",
                        filter.program() == null ? null : filter.program().value())
                .param("wave", filter.wave() == null ? null : filter.wave().value())
                .param(
                        "contact",
                        filter.contact() == null ? null : filter.contact().value())
                .param("after", after)
                .param("limit", limit)
                .query(ResponseRepository::response)
                .list();
    }

    static Response response(ResultSet row, int n) throws SQLException {
        return new Response(
                new ResponseId(Rows.id(row, "id")),
                new ProgramId(Rows.id(row, "program_id")),
                new WaveId(Rows.id(row, "wave_id")),
                new ContactId(Rows.id(row, "contact_id")),
                Rows.id(row, "survey_id"),
                new Score(row.getInt("score")),
                row.getString("verbatim"),
                row.getInt("version"),
                Rows.time(row, "answered_at"),
                Rows.time(row, "changed_at"),
                row.getString("language"),
                StoredAnswers.of(row, "answers"),
                Channel.of(row.getString("channel")),
                Rows.attributes(row, "segments"));
    }
}
