package org.upturn.server.responses;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.invitations.InvitationId;
import org.upturn.server.invitations.Invited;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.WaveId;

/** All SQL of answers that were begun and not sent. */
@Repository
class AnswerDraftRepository {
    private static final String DRAFT = """
            select answer_draft.workspace_id, answer_draft.invitation_id, answer_draft.wave_id, invitation.contact_id,
              answer_draft.score, answer_draft.verbatim, answer_draft.language, answer_draft.answers,
              answer_draft.chosen_at, answer_draft.changed_at
            from answer_draft
            join invitation on invitation.workspace_id = answer_draft.workspace_id
              and invitation.id = answer_draft.invitation_id
            where answer_draft.workspace_id = :workspace
            """;

    /** A person chose the score, and has sent nothing in this wave that would stand against it. */
    private static final String WAITS = """
              and answer_draft.score is not null
              and answer_draft.chosen_at is not null
              and not exists (
                select 1
                from response
                join response_version answer on answer.workspace_id = response.workspace_id
                  and answer.response_id = response.id
                  and answer.version = response.version
                where response.workspace_id = answer_draft.workspace_id
                  and response.wave_id = answer_draft.wave_id
                  and response.contact_id = invitation.contact_id
                  and answer.sent)
            """;

    private final JdbcClient jdbc;

    AnswerDraftRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores it in place of the one before; a score once chosen by a person stays chosen. */
    void save(AnswerDraft draft) {
        jdbc.sql("""
                        insert into answer_draft (workspace_id, invitation_id, wave_id, score, verbatim, answers, language,
                          chosen_at, changed_at)
                        values (:workspace, :invitation, :wave, :score, :verbatim, cast(:answers as jsonb), :language,
                          :chosenAt, :now)
                        on conflict (workspace_id, invitation_id) do update
                        set score = excluded.score, verbatim = excluded.verbatim, answers = excluded.answers,
                          language = excluded.language, changed_at = excluded.changed_at,
                          chosen_at = coalesce(answer_draft.chosen_at, excluded.chosen_at)
                        """)
                .param("workspace", draft.invited().workspace().value())
                .param("invitation", draft.invited().invitation().value())
                .param("wave", draft.invited().wave().value())
                .param("score", draft.score() == null ? null : draft.score().value())
                .param("verbatim", draft.words())
                .param("answers", Rows.json(draft.answers()))
                .param("language", draft.language())
                .param("chosenAt", Rows.time(draft.chosenAt()))
                .param("now", Rows.time(draft.changedAt()))
                .update();
    }

    /** Whether there was one, of that time when one is given. */
    boolean delete(Invited invited, @Nullable Instant changedAt) {
        return jdbc.sql("""
                        delete from answer_draft
                        where workspace_id = :workspace
                          and invitation_id = :invitation
                          and (cast(:changedAt as timestamptz) is null or changed_at = :changedAt)
                        """)
                        .param("workspace", invited.workspace().value())
                        .param("invitation", invited.invitation().value())
                        .param("changedAt", Rows.time(changedAt))
                        .update()
                == 1;
    }

    /** What counted by itself was now sent as it is. */
    void markSent(WorkspaceId workspace, ResponseId response, int version) {
        jdbc.sql("""
                        update response_version
                        set sent = true
                        where workspace_id = :workspace
                          and response_id = :response
                          and version = :version
                          and not sent
                        """)
                .param("workspace", workspace.value())
                .param("response", response.value())
                .param("version", version)
                .update();
    }

    Optional<AnswerDraft> find(Invited invited) {
        return jdbc.sql(DRAFT + "and answer_draft.invitation_id = :invitation")
                .param("workspace", invited.workspace().value())
                .param("invitation", invited.invitation().value())
                .query(AnswerDraftRepository::draft)
                .optional();
    }

    /** Those of a wave that wait to count, the one that waits longest first. */
    List<AnswerDraft> provisional(WorkspaceId workspace, WaveId wave) {
        return jdbc.sql(DRAFT + WAITS + """
                                and answer_draft.wave_id = :wave
                                order by answer_draft.changed_at, answer_draft.invitation_id
                                limit 200
                                """)
                .param("workspace", workspace.value())
                .param("wave", wave.value())
                .query(AnswerDraftRepository::draft)
                .list();
    }

    /** A contact's answers that wait to count. */
    List<AnswerDraft> provisionalOf(WorkspaceId workspace, ContactId contact) {
        return jdbc.sql(DRAFT + WAITS + """
                                and invitation.contact_id = :contact
                                order by answer_draft.changed_at, answer_draft.invitation_id
                                """)
                .param("workspace", workspace.value())
                .param("contact", contact.value())
                .query(AnswerDraftRepository::draft)
                .list();
    }

    /** Which count by themselves now: last changed before this, by people who have sent nothing in that wave. */
    List<Invited> due(Instant before, int most) {
        return jdbc.sql("""
                        -- every workspace
                        select answer_draft.workspace_id, answer_draft.invitation_id, answer_draft.wave_id, invitation.contact_id
                        from answer_draft
                        join invitation on invitation.workspace_id = answer_draft.workspace_id
                          and invitation.id = answer_draft.invitation_id
                        where answer_draft.changed_at < :before
                        """ + WAITS + """
                        order by answer_draft.changed_at, answer_draft.invitation_id
                        limit :most
                        """)
                .param("before", Rows.time(before))
                .param("most", most)
                .query((row, n) -> invited(row))
                .list();
    }

    private static Invited invited(ResultSet row) throws SQLException {
        return new Invited(
                new WorkspaceId(Rows.id(row, "workspace_id")),
                new InvitationId(Rows.id(row, "invitation_id")),
                new WaveId(Rows.id(row, "wave_id")),
                new ContactId(Rows.id(row, "contact_id")));
    }

    private static AnswerDraft draft(ResultSet row, int n) throws SQLException {
        Integer score = row.getObject("score", Integer.class);
        return new AnswerDraft(
                invited(row),
                score == null ? null : new Score(score),
                row.getString("verbatim"),
                row.getString("language"),
                StoredAnswers.of(row, "answers"),
                Rows.timeOrNull(row, "chosen_at"),
                Rows.time(row, "changed_at"));
    }
}
