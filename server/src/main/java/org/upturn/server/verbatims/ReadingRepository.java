package org.upturn.server.verbatims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.engine.Reading;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;

/** All SQL of readings; their codings are stored and found with them. */
@Repository
public class ReadingRepository {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final CodingRepository codings;
    private final HumanCodings human;

    ReadingRepository(
            JdbcClient jdbc, NamedParameterJdbcTemplate batches, CodingRepository codings, HumanCodings human) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.codings = codings;
        this.human = human;
    }

    /** Stores what the engine read. */
    public void insert(WorkspaceId workspace, TeamCodebook codebook, List<ReadVerbatim> read, Instant now) {
        batches.batchUpdate("""
                        insert into reading (workspace_id, response_id, response_version, codebook_id, codebook_version,
                          sentiment, suggested_score, language, silent, low_signal, tone, gap, mismatch, detail,
                          engine, lesson, meaning, read_at)
                        values (:workspace, :response, :version, :codebook, :codebookVersion,
                          :sentiment, :suggestedScore, :language, :silent, :lowSignal, :tone, :gap, :mismatch,
                          cast(:detail as jsonb), :engine, :lesson, :meaning, :now)
                        on conflict (workspace_id, response_id, response_version, codebook_version) do nothing
                        """, rows(read, one -> row(workspace, codebook, one).addValue("now", Rows.time(now))));
        codings.insert(workspace, codebook, read);
    }

    /** Puts readings made with a later lesson in the place of those that are stored; people's words stand in them. */
    public void replace(WorkspaceId workspace, TeamCodebook codebook, List<ReadVerbatim> read) {
        List<ReadVerbatim> changed = codings.changed(workspace, codebook, read);
        batches.batchUpdate("""
                        update reading
                        set gap = :gap, mismatch = :mismatch, detail = cast(:detail as jsonb)
                        where workspace_id = :workspace
                          and response_id = :response
                          and response_version = :version
                          and codebook_version = :codebookVersion
                        """, rows(changed, one -> row(workspace, codebook, one)));
        codings.delete(workspace, codebook, changed);
        codings.insert(workspace, codebook, changed);
        human.apply(
                workspace,
                codebook.id(),
                codebook.version(),
                read.stream().map(ReadVerbatim::response).toList());
    }

    private static SqlParameterSource[] rows(
            List<ReadVerbatim> read, Function<ReadVerbatim, MapSqlParameterSource> row) {
        return read.stream().map(row).toArray(SqlParameterSource[]::new);
    }

    private static MapSqlParameterSource row(WorkspaceId workspace, TeamCodebook codebook, ReadVerbatim read) {
        Reading reading = read.reading();
        return new MapSqlParameterSource()
                .addValue("workspace", workspace.value())
                .addValue("response", read.response().value())
                .addValue("version", read.version())
                .addValue("codebook", codebook.id())
                .addValue("codebookVersion", codebook.version())
                .addValue("sentiment", reading.sentiment())
                .addValue("suggestedScore", reading.suggestedScore())
                .addValue("language", reading.language())
                .addValue("silent", reading.silent())
                .addValue("lowSignal", reading.lowSignal())
                .addValue(
                        "tone",
                        reading.tone() == null ? null : reading.tone().kind().word())
                .addValue(
                        "gap",
                        reading.gap() == null ? null : reading.gap().gap().word())
                .addValue(
                        "mismatch",
                        reading.mismatch() == null ? null : reading.mismatch().word())
                .addValue("detail", ReadingDetail.of(reading).json())
                .addValue("lesson", codebook.lesson())
                .addValue("engine", reading.engine())
                .addValue("meaning", read.meaning().length == 0 ? null : read.meaning());
    }

    public Map<ResponseId, VerbatimReading> find(WorkspaceId workspace, Collection<ResponseId> responses) {
        UUID[] ids = responses.stream().map(ResponseId::value).toArray(UUID[]::new);
        Map<ResponseId, List<ThemeFound>> themes = codings.found(workspace, ids);
        var readings = new HashMap<ResponseId, VerbatimReading>();
        jdbc.sql("""
                        select reading.response_id, sentiment, suggested_score, language, silent, low_signal, tone, gap,
                          mismatch, detail, engine, codebook_version, read_at
                        from reading
                        join response on response.workspace_id = reading.workspace_id
                          and response.id = reading.response_id
                          and response.version = reading.response_version
                        join codebook on codebook.workspace_id = reading.workspace_id
                          and codebook.id = reading.codebook_id
                          and codebook.active_version = reading.codebook_version
                        where reading.workspace_id = :workspace
                          and reading.response_id = any(:ids)
                        """).param("workspace", workspace.value()).param("ids", ids).query(row -> {
            var id = new ResponseId(Rows.id(row, "response_id"));
            readings.put(id, reading(row, themes.getOrDefault(id, List.of())));
        });
        return readings;
    }

    private static VerbatimReading reading(ResultSet row, List<ThemeFound> themes) throws SQLException {
        return new VerbatimReading(
                themes,
                row.getFloat("sentiment"),
                row.getObject("suggested_score", Integer.class),
                row.getString("language"),
                row.getBoolean("silent"),
                row.getBoolean("low_signal"),
                row.getString("tone"),
                row.getString("gap"),
                row.getString("mismatch"),
                ReadingDetail.of(row.getString("detail")),
                row.getString("engine"),
                row.getInt("codebook_version"),
                Rows.time(row, "read_at"));
    }

    /** What the model made of the answers when they were read last, with whatever version of a codebook. */
    public Map<ResponseId, byte[]> meanings(WorkspaceId workspace, List<Response> answers) {
        var meanings = new HashMap<ResponseId, byte[]>();
        jdbc.sql("""
                        select distinct on (reading.response_id) reading.response_id, reading.meaning
                        from unnest(:responses, :versions) as answer (response_id, version)
                        join reading on reading.response_id = answer.response_id
                          and reading.response_version = answer.version
                        where reading.workspace_id = :workspace
                          and reading.meaning is not null
                        order by reading.response_id, reading.read_at desc, reading.codebook_version desc
                        """)
                .param("workspace", workspace.value())
                .param(
                        "responses",
                        answers.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .param("versions", answers.stream().map(Response::version).toArray(Integer[]::new))
                .query(row -> {
                    meanings.put(new ResponseId(Rows.id(row, "response_id")), row.getBytes("meaning"));
                });
        return meanings;
    }
}
