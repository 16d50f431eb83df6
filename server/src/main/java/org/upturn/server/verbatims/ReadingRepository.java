package org.upturn.server.verbatims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.engine.Coding;
import org.upturn.engine.Reading;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;

/** All SQL of readings and codings. */
@Repository
class ReadingRepository {
    private final JdbcClient jdbc;
    private final VerdictRepository verdicts;

    ReadingRepository(JdbcClient jdbc, VerdictRepository verdicts) {
        this.jdbc = jdbc;
        this.verdicts = verdicts;
    }

    /** Stores a reading; where a person has judged, that person's word stands in it. */
    void insert(
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
        if (!reading.codings().isEmpty()) {
            insert(workspace, response, version, codebook, reading.codings());
        }
        verdicts.apply(workspace, codebook.id(), codebook.version(), response);
    }

    /** Puts a reading made with a later lesson in the place of one that is stored. */
    void replace(WorkspaceId workspace, ResponseId response, int version, TeamCodebook codebook, ReadVerbatim read) {
        Reading reading = read.reading();
        if (codings(workspace, response, version, codebook).equals(stored(reading.codings()))) {
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
        jdbc.sql("""
                        delete from coding
                        where workspace_id = :workspace
                          and response_id = :response
                          and response_version = :version
                          and codebook_version = :codebookVersion
                        """)
                .param("workspace", workspace.value())
                .param("response", response.value())
                .param("version", version)
                .param("codebookVersion", codebook.version())
                .update();
        if (!reading.codings().isEmpty()) {
            insert(workspace, response, version, codebook, reading.codings());
        }
        verdicts.apply(workspace, codebook.id(), codebook.version(), response);
    }

    private Set<Coding> codings(WorkspaceId workspace, ResponseId response, int version, TeamCodebook codebook) {
        return jdbc.sql("""
                        select theme_key, probability, decided, span_start, span_end, sentiment, human
                        from coding
                        where workspace_id = :workspace
                          and response_id = :response
                          and response_version = :version
                          and codebook_version = :codebookVersion
                        """)
                .param("workspace", workspace.value())
                .param("response", response.value())
                .param("version", version)
                .param("codebookVersion", codebook.version())
                .query((row, n) -> new Coding(
                        row.getString("theme_key"),
                        row.getFloat("probability"),
                        row.getBoolean("decided"),
                        row.getInt("span_start"),
                        row.getInt("span_end"),
                        row.getFloat("sentiment"),
                        row.getBoolean("human")))
                .set();
    }

    /** The codings as the table keeps them. */
    private static Set<Coding> stored(List<Coding> codings) {
        return codings.stream()
                .map(one -> new Coding(
                        one.theme(),
                        (float) one.probability(),
                        one.decided(),
                        one.start(),
                        one.end(),
                        (float) one.sentiment(),
                        one.human()))
                .collect(Collectors.toSet());
    }

    private void insert(
            WorkspaceId workspace, ResponseId response, int version, TeamCodebook codebook, List<Coding> codings) {
        jdbc.sql("""
                        insert into coding (workspace_id, response_id, response_version, codebook_version, theme_key,
                          probability, decided, span_start, span_end, sentiment, human)
                        select :workspace, :response, :version, :codebookVersion, new.theme_key, new.probability,
                          new.decided, new.span_start, new.span_end, new.sentiment, new.human
                        from unnest(:themes, :probabilities, :decided, :starts, :ends, :sentiments, :human)
                          as new (theme_key, probability, decided, span_start, span_end, sentiment, human)
                        on conflict (workspace_id, response_id, response_version, codebook_version, theme_key) do nothing
                        """)
                .param("workspace", workspace.value())
                .param("response", response.value())
                .param("version", version)
                .param("codebookVersion", codebook.version())
                .param("themes", codings.stream().map(Coding::theme).toArray(String[]::new))
                .param(
                        "probabilities",
                        codings.stream().map(one -> (float) one.probability()).toArray(Float[]::new))
                .param("decided", codings.stream().map(Coding::decided).toArray(Boolean[]::new))
                .param("starts", codings.stream().map(Coding::start).toArray(Integer[]::new))
                .param("ends", codings.stream().map(Coding::end).toArray(Integer[]::new))
                .param(
                        "sentiments",
                        codings.stream().map(one -> (float) one.sentiment()).toArray(Float[]::new))
                .param("human", codings.stream().map(Coding::human).toArray(Boolean[]::new))
                .update();
    }

    Map<ResponseId, VerbatimReading> find(WorkspaceId workspace, Collection<ResponseId> responses) {
        UUID[] ids = responses.stream().map(ResponseId::value).toArray(UUID[]::new);
        Map<ResponseId, List<ThemeFound>> themes = themes(workspace, ids);
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

    private Map<ResponseId, List<ThemeFound>> themes(WorkspaceId workspace, UUID[] ids) {
        var themes = new HashMap<ResponseId, List<ThemeFound>>();
        jdbc.sql("""
                        select coding.response_id, coding.theme_key, theme.name, theme.gap, coding.probability,
                          coding.span_start, coding.span_end, coding.sentiment, coding.human
                        from coding
                        join reading on reading.workspace_id = coding.workspace_id
                          and reading.response_id = coding.response_id
                          and reading.response_version = coding.response_version
                          and reading.codebook_version = coding.codebook_version
                        join response on response.workspace_id = coding.workspace_id
                          and response.id = coding.response_id
                          and response.version = coding.response_version
                        join codebook on codebook.workspace_id = reading.workspace_id
                          and codebook.id = reading.codebook_id
                          and codebook.active_version = coding.codebook_version
                        join theme on theme.workspace_id = coding.workspace_id
                          and theme.codebook_id = reading.codebook_id
                          and theme.codebook_version = coding.codebook_version
                          and theme.theme_key = coding.theme_key
                        where coding.workspace_id = :workspace
                          and coding.response_id = any(:ids)
                          and coding.decided
                        order by coding.response_id, coding.probability desc, coding.theme_key
                        """).param("workspace", workspace.value()).param("ids", ids).query(row -> {
            themes.computeIfAbsent(new ResponseId(Rows.id(row, "response_id")), absent -> new ArrayList<>())
                    .add(new ThemeFound(
                            row.getString("theme_key"),
                            row.getString("name"),
                            row.getString("gap"),
                            row.getDouble("probability"),
                            row.getInt("span_start"),
                            row.getInt("span_end"),
                            row.getDouble("sentiment"),
                            row.getBoolean("human")));
        });
        return themes;
    }

    /** What was made of each theme against each version of the codebook, the latest version first. */
    List<ThemeCoding> codings(WorkspaceId workspace, Response answer) {
        return jdbc.sql("""
                        select coding.codebook_version, coding.theme_key, theme.name, theme.gap, coding.probability,
                          coding.decided, coding.span_start, coding.span_end, coding.sentiment, coding.human
                        from coding
                        join reading on reading.workspace_id = coding.workspace_id
                          and reading.response_id = coding.response_id
                          and reading.response_version = coding.response_version
                          and reading.codebook_version = coding.codebook_version
                        join theme on theme.workspace_id = coding.workspace_id
                          and theme.codebook_id = reading.codebook_id
                          and theme.codebook_version = coding.codebook_version
                          and theme.theme_key = coding.theme_key
                        where coding.workspace_id = :workspace
                          and coding.response_id = :response
                          and coding.response_version = :version
                        order by coding.codebook_version desc, coding.probability desc, coding.theme_key
                        """)
                .param("workspace", workspace.value())
                .param("response", answer.id().value())
                .param("version", answer.version())
                .query((row, n) -> new ThemeCoding(
                        row.getInt("codebook_version"),
                        row.getString("theme_key"),
                        row.getString("name"),
                        row.getString("gap"),
                        row.getDouble("probability"),
                        row.getBoolean("decided"),
                        row.getInt("span_start"),
                        row.getInt("span_end"),
                        row.getDouble("sentiment"),
                        row.getBoolean("human")))
                .list();
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
                row.getDouble("sentiment"),
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
}
