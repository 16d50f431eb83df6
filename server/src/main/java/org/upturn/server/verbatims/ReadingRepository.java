package org.upturn.server.verbatims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final CodingRepository codings;
    private final HumanCodings human;

    ReadingRepository(JdbcClient jdbc, CodingRepository codings, HumanCodings human) {
        this.jdbc = jdbc;
        this.codings = codings;
        this.human = human;
    }

    /** Stores a reading; where a person has judged, that person's word stands in it. */
    public void insert(
            WorkspaceId workspace,
            ResponseId response,
            int version,
            TeamCodebook codebook,
            ReadVerbatim read,
            Instant now) {
        Reading reading = read.reading();
        jdbc.sql("""
                        insert into reading (workspace_id, response_id, response_version, codebook_id, codebook_version,
                          sentiment, suggested_score, language, silent, low_signal, tone, gap, mismatch, detail,
                          engine, lesson, meaning, read_at)
                        values (:workspace, :response, :version, :codebook, :codebookVersion,
                          :sentiment, :suggestedScore, :language, :silent, :lowSignal, :tone, :gap, :mismatch,
                          cast(:detail as jsonb), :engine, :lesson, :meaning, :now)
                        on conflict (workspace_id, response_id, response_version, codebook_version) do nothing
                        """)
                .param("workspace", workspace.value())
                .param("response", response.value())
                .param("version", version)
                .param("codebook", codebook.id())
                .param("codebookVersion", codebook.version())
                .param("sentiment", reading.sentiment())
                .param("suggestedScore", reading.suggestedScore())
                .param("language", reading.language())
                .param("silent", reading.silent())
                .param("lowSignal", reading.lowSignal())
                .param(
                        "tone",
                        reading.tone() == null ? null : reading.tone().kind().word())
                .param("gap", gap(reading))
                .param("mismatch", mismatch(reading))
                .param("detail", ReadingDetail.of(reading).json())
                .param("lesson", codebook.lesson())
                .param("engine", reading.engine())
                .param("meaning", read.meaning().length == 0 ? null : read.meaning())
                .param("now", Rows.time(now))
                .update();
        codings.insert(workspace, response, version, codebook, reading.codings());
        human.apply(workspace, codebook.id(), codebook.version(), response);
    }

    /** Puts a reading made with a later lesson in the place of one that is stored. */
    public void replace(
            WorkspaceId workspace, ResponseId response, int version, TeamCodebook codebook, ReadVerbatim read) {
        Reading reading = read.reading();
        if (codings.areThese(workspace, response, version, codebook, reading.codings())) {
            return;
        }
        jdbc.sql("""
                        update reading
                        set gap = :gap, mismatch = :mismatch, detail = cast(:detail as jsonb)
                        where workspace_id = :workspace
                          and response_id = :response
                          and response_version = :version
                          and codebook_version = :codebookVersion
                        """)
                .param("workspace", workspace.value())
                .param("response", response.value())
                .param("version", version)
                .param("codebookVersion", codebook.version())
                .param("gap", gap(reading))
                .param("mismatch", mismatch(reading))
                .param("detail", ReadingDetail.of(reading).json())
                .update();
        codings.delete(workspace, response, version, codebook);
        codings.insert(workspace, response, version, codebook, reading.codings());
        human.apply(workspace, codebook.id(), codebook.version(), response);
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

    private static @Nullable String gap(Reading reading) {
        return reading.gap() == null ? null : reading.gap().gap().word();
    }

    private static @Nullable String mismatch(Reading reading) {
        return reading.mismatch() == null ? null : reading.mismatch().word();
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

    /** What the model made of this version of the answer when it was read last, with whatever version of a codebook. */
    Optional<byte[]> meaning(WorkspaceId workspace, Response answer) {
        return jdbc.sql("""
                        select meaning
                        from reading
                        where workspace_id = :workspace
                          and response_id = :response
                          and response_version = :version
                          and meaning is not null
                        order by read_at desc, codebook_version desc
                        limit 1
                        """)
                .param("workspace", workspace.value())
                .param("response", answer.id().value())
                .param("version", answer.version())
                .query(byte[].class)
                .optional();
    }
}
