package org.upturn.server.verbatims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
public class VerdictRepository {
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
    public void begin(WorkspaceId workspace, UUID codebook, Instant now) {
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
    public List<Verdict> of(WorkspaceId workspace, Response answer) {
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

    public Optional<Verdict> of(WorkspaceId workspace, Response answer, String theme) {
        return of(workspace, answer).stream()
                .filter(one -> one.theme().equals(theme))
                .findFirst();
    }

    /** All that was judged of a codebook's answers, in the order it was judged, with the words judged. */
    public List<Judgement> judgements(WorkspaceId workspace, UUID codebook) {
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

    /** How often each theme of a codebook was judged. */
    public Map<String, Long> counts(WorkspaceId workspace, UUID codebook) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("""
                        select theme_key, count(*) as judged
                        from verdict
                        where workspace_id = :workspace
                          and codebook_id = :codebook
                          and withdrawn_at is null
                        group by theme_key
                        """)
                .param("workspace", workspace.value())
                .param("codebook", codebook)
                .query(row -> {
                    counts.put(row.getString("theme_key"), row.getLong("judged"));
                });
        return counts;
    }

    public void insert(Member by, UUID codebook, Verdict verdict) {
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

    public void withdraw(Member by, Verdict verdict, Instant now) {
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
