package org.upturn.server.verbatims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

    void insert(WorkspaceId workspace, ResponseId response, int version, TeamCodebook codebook, List<Coding> codings) {
        if (codings.isEmpty()) {
            return;
        }
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

    /** Whether the codings that are stored are these. */
    boolean areThese(
            WorkspaceId workspace, ResponseId response, int version, TeamCodebook codebook, List<Coding> codings) {
        return stored(workspace, response, version, codebook).equals(asStored(codings));
    }

    private Set<Coding> stored(WorkspaceId workspace, ResponseId response, int version, TeamCodebook codebook) {
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

    void delete(WorkspaceId workspace, ResponseId response, int version, TeamCodebook codebook) {
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
