package org.upturn.server.insights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.upturn.server.kernel.Certainty;
import org.upturn.server.kernel.Feeling;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.Score;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.Wave;
import org.upturn.server.verbatims.Codebooks;

/** The door to the words behind a theme. */
@Service
public class Quotes {
    private static final String SQL = """
            with shown as materialized (
              select coding.response_id, response.contact_id, response.version, response.score, response.answered_at,
                coding.probability, coding.span_start, coding.span_end, coding.sentiment, coding.human
              from response
              join coding on coding.workspace_id = response.workspace_id
                and coding.response_id = response.id
                and coding.response_version = response.version
                and coding.codebook_version = :version
                and coding.theme_key = :theme
                and coding.decided
              where response.workspace_id = :workspace
                and response.program_id = :program
                and response.wave_id = :wave
                and (cast(:group as text) is null or response.score_group = :group)
                and (cast(:feeling as text) is null or :feeling = case
                  when coding.sentiment < -:clearly then 'negative'
                  when coding.sentiment > :clearly then 'positive'
                  else 'neutral' end)
                and (cast(:certainty as text) is null or :certainty = case
                  when coding.human then 'person'
                  when coding.probability >= cast(:sure as real) then 'sure'
                  when coding.probability >= cast(:likely as real) then 'likely'
                  else 'perhaps' end)
                and (cast(:after as uuid) is null or (coding.human, coding.probability, coding.response_id) < (
                  select place.human, place.probability, place.response_id
                  from coding place
                  join response placed on placed.workspace_id = place.workspace_id
                    and placed.id = place.response_id
                    and placed.version = place.response_version
                  where place.workspace_id = :workspace
                    and place.response_id = cast(:after as uuid)
                    and place.codebook_version = :version
                    and place.theme_key = :theme))
              order by coding.human desc, coding.probability desc, coding.response_id desc
              limit :limit
            )
            select shown.response_id, shown.contact_id, contact.name, cases.id as case_id, shown.score,
              shown.answered_at, said.verbatim, shown.probability, shown.span_start, shown.span_end,
              shown.sentiment, shown.human
            from shown
            join contact on contact.workspace_id = :workspace
              and contact.id = shown.contact_id
            join response_version said on said.workspace_id = :workspace
              and said.response_id = shown.response_id
              and said.version = shown.version
            left join cases on cases.workspace_id = :workspace
              and cases.response_id = shown.response_id
            order by shown.human desc, shown.probability desc, shown.response_id desc
            """;

    private final JdbcClient jdbc;
    private final Codebooks codebooks;

    Quotes(JdbcClient jdbc, Codebooks codebooks) {
        this.jdbc = jdbc;
        this.codebooks = codebooks;
    }

    /**
     * Quotations of a wave that show a theme of the codebook in use: those that a person vouches for first, then the most
     * probable.
     *
     * @param after the response of the last quotation of the page before; null to begin
     */
    public Slice<Quote> list(
            WorkspaceId workspace, Wave wave, String theme, QuoteFilter filter, @Nullable UUID after, int limit) {
        String present = codebooks
                .present(workspace, wave.program(), theme)
                .orElseThrow(() -> Problem.notFound("problem.unknown.theme"));
        var rows = jdbc.sql(SQL)
                .param("workspace", workspace.value())
                .param("program", wave.program().value())
                .param("wave", wave.id().value())
                .param("theme", present)
                .param("version", codebooks.active(workspace, wave.program()).version())
                .param("group", filter.group() == null ? null : filter.group().word())
                .param(
                        "feeling",
                        filter.feeling() == null ? null : filter.feeling().word())
                .param("clearly", Feeling.CLEARLY)
                .param(
                        "certainty",
                        filter.certainty() == null ? null : filter.certainty().word())
                .param("sure", Certainty.LEAST_SURE)
                .param("likely", Certainty.LEAST_LIKELY)
                .param("after", after)
                .param("limit", limit + 1)
                .query(Quotes::quote)
                .list();
        return Slice.of(rows, limit, Quote::response);
    }

    private static Quote quote(ResultSet row, int n) throws SQLException {
        return new Quote(
                Rows.id(row, "response_id"),
                Rows.id(row, "contact_id"),
                row.getString("name"),
                row.getObject("case_id", UUID.class),
                new Score(row.getInt("score")),
                Rows.time(row, "answered_at"),
                row.getString("verbatim"),
                row.getDouble("probability"),
                row.getInt("span_start"),
                row.getInt("span_end"),
                row.getDouble("sentiment"),
                row.getBoolean("human"));
    }
}
