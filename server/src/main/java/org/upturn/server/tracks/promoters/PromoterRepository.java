package org.upturn.server.tracks.promoters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.contacts.ContactId;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.surveys.Wave;
import org.upturn.server.workspaces.Member;

/** The SQL of the promoters' track. */
@Repository
class PromoterRepository {
    private static final String OF_WAVE = """
            from response
            join contact told on told.workspace_id = :workspace and told.id = response.contact_id
            join contact on contact.workspace_id = :workspace
              and contact.id = coalesce(told.merged_into, told.id)
            left join account on account.workspace_id = :workspace and account.id = contact.account_id
            left join response_version answer on answer.workspace_id = :workspace
              and answer.response_id = response.id
              and answer.version = response.version
            left join thanks on thanks.workspace_id = :workspace and thanks.response_id = response.id
            left join member on member.workspace_id = :workspace and member.id = thanks.thanked_by
            left join advocate on advocate.workspace_id = :workspace
              and advocate.program_id = response.program_id
              and advocate.contact_id = contact.id
            where response.workspace_id = :workspace
              and response.program_id = :program
              and response.wave_id = :wave
              and response.score_group = 'promoter'
              and contact.erased_at is null
            """;

    private final JdbcClient jdbc;

    PromoterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The promoters of a wave: whom nobody has thanked first, of them those with words, then the latest. */
    List<Promoter> list(WorkspaceId workspace, Wave wave, int limit) {
        return jdbc.sql("""
                        select response.id, contact.id as contact_id, contact.name, account.name as account, response.score,
                          coalesce(answer.verbatim, '') as verbatim, thanks.thanked_at, member.name as thanked_by, (
                            select message.state
                            from mail_letter letter
                            join mail_message message on message.workspace_id = :workspace
                              and message.id = letter.mail_id
                            where letter.workspace_id = :workspace
                              and letter.target_id = thanks.advocate_id
                              and thanks.by_mail
                            order by message.id desc
                            limit 1) as mail,
                          advocate.id as advocate_id, advocate.code, (
                            select count(*)
                            from referral_visit
                            where referral_visit.workspace_id = :workspace
                              and referral_visit.advocate_id = advocate.id) as visits, (
                            select count(*)
                            from referral
                            where referral.workspace_id = :workspace
                              and referral.advocate_id = advocate.id) as redeemed,
                          exists (
                            select 1
                            from testimonial
                            where testimonial.workspace_id = :workspace
                              and testimonial.advocate_id = advocate.id
                              and testimonial.withdrawn_at is null) as quotable
                        """ + OF_WAVE + """
                        order by thanks.thanked_at is not null, coalesce(answer.verbatim, '') = '',
                          response.changed_at desc, response.id
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("program", wave.program().value())
                .param("wave", wave.id().value())
                .param("limit", limit)
                .query(PromoterRepository::promoter)
                .list();
    }

    PromoterFigures figures(WorkspaceId workspace, Wave wave) {
        return jdbc.sql("""
                        select count(*) as promoters, count(thanks.response_id) as thanked, coalesce(sum((
                            select count(*)
                            from referral_visit
                            where referral_visit.workspace_id = :workspace
                              and referral_visit.advocate_id = advocate.id)), 0) as visits, coalesce(sum((
                            select count(*)
                            from referral
                            where referral.workspace_id = :workspace
                              and referral.advocate_id = advocate.id)), 0) as redeemed,
                          count(*) filter (where exists (
                            select 1
                            from testimonial
                            where testimonial.workspace_id = :workspace
                              and testimonial.advocate_id = advocate.id
                              and testimonial.withdrawn_at is null)) as quotable
                        """ + OF_WAVE)
                .param("workspace", workspace.value())
                .param("program", wave.program().value())
                .param("wave", wave.id().value())
                .query((row, n) -> new PromoterFigures(
                        row.getLong("promoters"),
                        row.getLong("thanked"),
                        row.getLong("visits"),
                        row.getLong("redeemed"),
                        row.getLong("quotable")))
                .single();
    }

    private static Promoter promoter(ResultSet row, int n) throws SQLException {
        Instant thanked = Rows.timeOrNull(row, "thanked_at");
        String code = row.getString("code");
        return new Promoter(
                new ResponseId(Rows.id(row, "id")),
                new ContactId(Rows.id(row, "contact_id")),
                row.getString("name"),
                row.getString("account"),
                new Score(row.getInt("score")),
                row.getString("verbatim"),
                thanked == null
                        ? null
                        : new Promoter.Thanked(thanked, row.getString("thanked_by"), row.getString("mail")),
                code == null
                        ? null
                        : new Promoter.Standing(
                                Rows.id(row, "advocate_id"),
                                code,
                                row.getLong("visits"),
                                row.getLong("redeemed"),
                                row.getBoolean("quotable")));
    }

    boolean isThanked(WorkspaceId workspace, ResponseId response) {
        return jdbc.sql("select 1 from thanks where workspace_id = :workspace and response_id = :response")
                .param("workspace", workspace.value())
                .param("response", response.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** False when somebody was quicker. */
    boolean insert(Member by, Advocate advocate, ResponseId response, String sentence, String way, Instant now) {
        return jdbc.sql("""
                        insert into thanks (workspace_id, response_id, advocate_id, first_sentence, by_mail, thanked_by,
                          thanked_at)
                        values (:workspace, :response, :advocate, :sentence, :way = 'mail', :by, :now)
                        on conflict (workspace_id, response_id) do nothing
                        """)
                        .param("workspace", by.workspace().value())
                        .param("response", response.value())
                        .param("advocate", advocate.id())
                        .param("sentence", sentence)
                        .param("way", way)
                        .param("by", by.id().value())
                        .param("now", Rows.time(now))
                        .update()
                == 1;
    }
}
