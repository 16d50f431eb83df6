package org.upturn.server.verbatims;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;

/** All SQL that puts people's word in the place of the engine's codings, and back. */
@Repository
public class HumanCodings {
    private final JdbcClient jdbc;

    HumanCodings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the engine itself says of a theme in an answer, against one version of the codebook. */
    public record Opinion(boolean decided, @Nullable Float probability) {}

    /** Null when the answer was not read yet, or a person's word stands where the engine's would. */
    @Nullable
    public Opinion opinion(WorkspaceId workspace, Response answer, int codebookVersion, String theme) {
        return jdbc.sql("""
                        select coalesce(coding.decided, false) as decided, coding.probability
                        from reading
                        left join coding on coding.workspace_id = reading.workspace_id
                          and coding.response_id = reading.response_id
                          and coding.response_version = reading.response_version
                          and coding.codebook_version = reading.codebook_version
                          and coding.theme_key = :theme
                        where reading.workspace_id = :workspace
                          and reading.response_id = :response
                          and reading.response_version = :version
                          and reading.codebook_version = :codebookVersion
                          and coding.human is not true
                        """)
                .param("workspace", workspace.value())
                .param("response", answer.id().value())
                .param("version", answer.version())
                .param("codebookVersion", codebookVersion)
                .param("theme", theme)
                .query((row, n) -> new Opinion(row.getBoolean("decided"), row.getObject("probability", Float.class)))
                .optional()
                .orElse(null);
    }

    /** Puts the standing verdicts in the place of what the engine said in one version of the codebook. */
    public void apply(WorkspaceId workspace, UUID codebook, int codebookVersion) {
        put(workspace, codebook, codebookVersion, null);
    }

    /** The same for some answers. */
    public void apply(WorkspaceId workspace, UUID codebook, int codebookVersion, Collection<ResponseId> responses) {
        put(
                workspace,
                codebook,
                codebookVersion,
                responses.stream().map(ResponseId::value).toArray(UUID[]::new));
    }

    private void put(WorkspaceId workspace, UUID codebook, int codebookVersion, UUID @Nullable [] responses) {
        jdbc.sql("""
                        insert into coding (workspace_id, response_id, response_version, codebook_version, theme_key,
                          probability, decided, span_start, span_end, sentiment, human)
                        select distinct on (verdict.response_id, theme.theme_key)
                          reading.workspace_id, reading.response_id, reading.response_version, reading.codebook_version,
                          theme.theme_key, verdict.present::int, verdict.present, 0,
                          length(response_version.verbatim)
                            + length(regexp_replace(response_version.verbatim, '[^\\U00010000-\\U0010FFFF]', '', 'g')),
                          reading.sentiment, true
                        from verdict
                        join reading on reading.workspace_id = verdict.workspace_id
                          and reading.response_id = verdict.response_id
                          and reading.response_version = verdict.response_version
                          and reading.codebook_version = :codebookVersion
                        join response_version on response_version.workspace_id = verdict.workspace_id
                          and response_version.response_id = verdict.response_id
                          and response_version.version = verdict.response_version
                        join theme on theme.workspace_id = verdict.workspace_id
                          and theme.codebook_id = verdict.codebook_id
                          and theme.codebook_version = :codebookVersion
                          and (theme.theme_key = verdict.theme_key
                            or verdict.present and verdict.theme_key = any(theme.formerly))
                        where verdict.workspace_id = :workspace
                          and verdict.codebook_id = :codebook
                          and verdict.withdrawn_at is null
                          and (cast(:responses as uuid[]) is null or verdict.response_id = any(:responses))
                        order by verdict.response_id, theme.theme_key, theme.theme_key = verdict.theme_key desc,
                          verdict.given_at desc
                        on conflict (workspace_id, response_id, response_version, codebook_version, theme_key) do update
                        set probability = excluded.probability, decided = excluded.decided, human = true
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .param("codebookVersion", codebookVersion)
                .param("responses", responses)
                .update();
    }

    /** Puts back what the engine had said before the verdict; the next reading says what it says now. */
    public void restore(WorkspaceId workspace, int codebookVersion, Verdict verdict) {
        jdbc.sql("""
                        delete from coding
                        where workspace_id = :workspace
                          and response_id = :response
                          and response_version = :version
                          and codebook_version = :codebookVersion
                          and theme_key = :theme
                          and cast(:probability as real) is null
                        """)
                .param("workspace", workspace.value())
                .param("response", verdict.response().value())
                .param("version", verdict.version())
                .param("codebookVersion", codebookVersion)
                .param("theme", verdict.theme())
                .param("probability", verdict.machineProbability())
                .update();
        jdbc.sql("""
                        update coding
                        set probability = :probability, decided = :decided, human = false
                        where workspace_id = :workspace
                          and response_id = :response
                          and response_version = :version
                          and codebook_version = :codebookVersion
                          and theme_key = :theme
                          and cast(:probability as real) is not null
                        """)
                .param("workspace", workspace.value())
                .param("response", verdict.response().value())
                .param("version", verdict.version())
                .param("codebookVersion", codebookVersion)
                .param("theme", verdict.theme())
                .param("probability", verdict.machineProbability())
                .param("decided", Boolean.TRUE.equals(verdict.machineDecided()))
                .update();
    }
}
