package org.upturn.server.verbatims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.engine.Coding;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;

/** All SQL of codings as the engine made them. */
@Repository
class CodingRepository {
    private final JdbcClient jdbc;

    CodingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One coding with what it is of. */
    private record Row(ReadVerbatim of, Coding coding) {}

    void insert(WorkspaceId workspace, TeamCodebook codebook, List<ReadVerbatim> read) {
        List<Row> rows = read.stream()
                .flatMap(one -> one.reading().codings().stream().map(coding -> new Row(one, coding)))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into coding (workspace_id, response_id, response_version, codebook_version, theme_key,
                          probability, decided, span_start, span_end, sentiment, human)
                        select :workspace, new.response_id, new.response_version, :codebookVersion, new.theme_key,
                          new.probability, new.decided, new.span_start, new.span_end, new.sentiment, new.human
                        from unnest(:responses, :versions, :themes, :probabilities, :decided, :starts, :ends, :sentiments,
                          :human) as new (response_id, response_version, theme_key, probability, decided, span_start,
                          span_end, sentiment, human)
                        on conflict (workspace_id, response_id, response_version, codebook_version, theme_key) do nothing
                        """)
                .param("workspace", workspace.value())
                .param("codebookVersion", codebook.version())
                .param("responses", column(rows, row -> row.of.response().value(), UUID[]::new))
                .param("versions", column(rows, row -> row.of.version(), Integer[]::new))
                .param("themes", column(rows, row -> row.coding.theme(), String[]::new))
                .param("probabilities", column(rows, row -> (float) row.coding.probability(), Float[]::new))
                .param("decided", column(rows, row -> row.coding.decided(), Boolean[]::new))
                .param("starts", column(rows, row -> row.coding.start(), Integer[]::new))
                .param("ends", column(rows, row -> row.coding.end(), Integer[]::new))
                .param("sentiments", column(rows, row -> (float) row.coding.sentiment(), Float[]::new))
                .param("human", column(rows, row -> row.coding.human(), Boolean[]::new))
                .update();
    }

    private static <T> T[] column(List<Row> rows, Function<Row, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /** Those readings whose codings are not the ones that are stored. */
    List<ReadVerbatim> changed(WorkspaceId workspace, TeamCodebook codebook, List<ReadVerbatim> read) {
        Map<Answer, Set<Coding>> stored = stored(workspace, codebook, read);
        return read.stream()
                .filter(one -> !stored.getOrDefault(Answer.of(one), Set.of())
                        .equals(asStored(one.reading().codings())))
                .toList();
    }

    /** A version of an answer. */
    private record Answer(UUID response, int version) {
        static Answer of(ReadVerbatim read) {
            return new Answer(read.response().value(), read.version());
        }
    }

    private Map<Answer, Set<Coding>> stored(WorkspaceId workspace, TeamCodebook codebook, List<ReadVerbatim> read) {
        var found = new HashMap<Answer, Set<Coding>>();
        jdbc.sql("""
                        select response_id, response_version, theme_key, probability, decided, span_start, span_end,
                          sentiment, human
                        from coding
                        where workspace_id = :workspace
                          and response_id = any(:responses)
                          and codebook_version = :codebookVersion
                        """)
                .param("workspace", workspace.value())
                .param("responses", ReadVerbatim.responses(read))
                .param("codebookVersion", codebook.version())
                .query(row -> {
                    var answer = new Answer(Rows.id(row, "response_id"), row.getInt("response_version"));
                    found.computeIfAbsent(answer, absent -> new HashSet<>())
                            .add(new Coding(
                                    row.getString("theme_key"),
                                    row.getFloat("probability"),
                                    row.getBoolean("decided"),
                                    row.getInt("span_start"),
                                    row.getInt("span_end"),
                                    row.getFloat("sentiment"),
                                    row.getBoolean("human")));
                });
        return found;
    }

    /** The codings as the table keeps them. */
    private static Set<Coding> asStored(List<Coding> codings) {
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

    void delete(WorkspaceId workspace, TeamCodebook codebook, List<ReadVerbatim> read) {
        jdbc.sql("""
                        delete from coding
                        using unnest(:responses, :versions) as read (response_id, version)
                        where coding.workspace_id = :workspace
                          and coding.response_id = read.response_id
                          and coding.response_version = read.version
                          and coding.codebook_version = :codebookVersion
                        """)
                .param("workspace", workspace.value())
                .param("responses", ReadVerbatim.responses(read))
                .param("versions", ReadVerbatim.versions(read))
                .param("codebookVersion", codebook.version())
                .update();
    }

    /** The themes that are there against the version that is live, the most probable first. */
    Map<ResponseId, List<ThemeFound>> found(WorkspaceId workspace, UUID[] ids) {
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
                            row.getFloat("probability"),
                            row.getInt("span_start"),
                            row.getInt("span_end"),
                            row.getFloat("sentiment"),
                            row.getBoolean("human")));
        });
        return themes;
    }

    /** What was made of each theme against each version of the codebook, the latest version first. */
    List<ThemeCoding> of(WorkspaceId workspace, Response answer) {
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
                        row.getFloat("probability"),
                        row.getBoolean("decided"),
                        row.getInt("span_start"),
                        row.getInt("span_end"),
                        row.getFloat("sentiment"),
                        row.getBoolean("human")))
                .list();
    }
}
