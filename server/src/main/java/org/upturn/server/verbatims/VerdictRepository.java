package org.upturn.server.verbatims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.engine.Judgement;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.ResponseId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** All SQL of verdicts. A verdict is never changed: it is given, and may be taken back. */
@Repository
class VerdictRepository {
    private static final String VERDICT = """
            select id, response_id, response_version, theme_key, present, machine_decided, machine_probability,
              given_by, given_at
            from verdict
            where workspace_id = :workspace
              and withdrawn_at is null
            """;

    private final JdbcClient jdbc;

    VerdictRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that there is something new to learn. */
    void begin(WorkspaceId workspace, UUID codebook, Instant now) {
        jdbc.sql("""
                        update codebook
                        set lesson = lesson + 1, lesson_at = :now
                        where workspace_id = :workspace
                          and id = :codebook
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .param("now", Rows.time(now))
                .update();
    }

    /** The verdicts on an answer as it stands now, in the order they were given. */
    List<Verdict> of(WorkspaceId workspace, Response answer) {
        return jdbc.sql(VERDICT + """
                          and response_id = :response
                          and response_version = :version
                        order by given_at, id
                        """)
                .param("workspace", workspace.value())
                .param("response", answer.id().value())
                .param("version", answer.version())
                .query((row, n) -> verdict(row))
                .list();
    }

    Optional<Verdict> of(WorkspaceId workspace, Response answer, String theme) {
        return of(workspace, answer).stream()
                .filter(one -> one.theme().equals(theme))
                .findFirst();
    }

    /** All that was judged of a codebook's answers, in the order it was judged, with the words judged. */
    List<Judgement> judgements(WorkspaceId workspace, UUID codebook) {
        return jdbc.sql("""
                        select response_version.verbatim, verdict.theme_key, verdict.present
                        from verdict
                        join response_version on response_version.workspace_id = verdict.workspace_id
                          and response_version.response_id = verdict.response_id
                          and response_version.version = verdict.response_version
                        where verdict.workspace_id = :workspace
                          and verdict.codebook_id = :codebook
                          and verdict.withdrawn_at is null
                        order by verdict.given_at, verdict.id
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .query((row, n) ->
                        new Judgement(row.getString("verbatim"), row.getString("theme_key"), row.getBoolean("present")))
                .list();
    }

    void insert(Member by, UUID codebook, Verdict verdict) {
        jdbc.sql("""
                        insert into verdict (workspace_id, id, codebook_id, response_id, response_version, theme_key,
                          present, machine_decided, machine_probability, given_by, given_at)
                        values (:workspace, :id, :codebook, :response, :version, :theme,
                          :present, :machineDecided, :machineProbability, :by, :at)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", verdict.id())
                .param("codebook", codebook)
                .param("response", verdict.response().value())
                .param("version", verdict.version())
                .param("theme", verdict.theme())
                .param("present", verdict.present())
                .param("machineDecided", verdict.machineDecided())
                .param("machineProbability", verdict.machineProbability())
                .param("by", by.id().value())
                .param("at", Rows.time(verdict.givenAt()))
                .update();
    }

    void withdraw(Member by, Verdict verdict, Instant now) {
        jdbc.sql("""
                        update verdict
                        set withdrawn_by = :by, withdrawn_at = :now
                        where workspace_id = :workspace
                          and id = :id
                          and withdrawn_at is null
                        """)
                .param("workspace", by.workspace().value())
                .param("id", verdict.id())
                .param("by", by.id().value())
                .param("now", Rows.time(now))
                .update();
    }

    /** What the engine itself says of a theme in an answer, against one version of the codebook. */
    record Opinion(boolean decided, @Nullable Float probability) {}

    /** Null when the answer was not read yet, or a person's word stands where the engine's would. */
    @Nullable
    Opinion opinion(WorkspaceId workspace, Response answer, int codebookVersion, String theme) {
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

    /**
     * Puts the standing verdicts in the place of what the engine said in one version of the codebook.
     *
     * @param response null for all answers
     */
    void apply(WorkspaceId workspace, UUID codebook, int codebookVersion, @Nullable ResponseId response) {
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
                          and (cast(:response as uuid) is null or verdict.response_id = :response)
                        order by verdict.response_id, theme.theme_key, theme.theme_key = verdict.theme_key desc,
                          verdict.given_at desc
                        on conflict (workspace_id, response_id, response_version, codebook_version, theme_key) do update
                        set probability = excluded.probability, decided = excluded.decided, human = true
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .param("codebookVersion", codebookVersion)
                .param("response", response == null ? null : response.value())
                .update();
    }

    /** Puts back what the engine had said before the verdict; the next reading says what it says now. */
    void restore(WorkspaceId workspace, int codebookVersion, Verdict verdict) {
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

    /** Themes that nobody judged are left out. */
    List<Agreement> agreement(WorkspaceId workspace, UUID codebook) {
        return jdbc.sql("""
                        select theme_key, count(*) as judged,
                          count(*) filter (where present = machine_decided) as agreed,
                          count(*) filter (where machine_decided) as found,
                          count(*) filter (where machine_decided and present) as confirmed
                        from verdict
                        where workspace_id = :workspace
                          and codebook_id = :codebook
                          and withdrawn_at is null
                          and machine_decided is not null
                        group by theme_key
                        order by theme_key
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .query((row, n) -> new Agreement(
                        row.getString("theme_key"),
                        row.getLong("judged"),
                        row.getLong("agreed"),
                        row.getLong("found"),
                        row.getLong("confirmed")))
                .list();
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        return new Verdict(
                Rows.id(row, "id"),
                new ResponseId(Rows.id(row, "response_id")),
                row.getInt("response_version"),
                row.getString("theme_key"),
                row.getBoolean("present"),
                row.getObject("machine_decided", Boolean.class),
                row.getObject("machine_probability", Float.class),
                new MemberId(Rows.id(row, "given_by")),
                Rows.time(row, "given_at"));
    }
}
