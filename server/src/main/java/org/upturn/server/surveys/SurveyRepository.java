package org.upturn.server.surveys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.ConcurrentLruCache;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.MemberId;

/** All SQL of programs and surveys. */
@Repository
class SurveyRepository {
    private static final String SURVEY = """
            select id, program_id, version, content, note, published_by, created_at
            from survey
            where workspace_id = :workspace
            """;

    private static final int KNOWN = 500;

    private record Key(WorkspaceId workspace, UUID id) {}

    private final ConcurrentLruCache<Key, Survey> known = new ConcurrentLruCache<>(KNOWN, this::find);
    private final JdbcClient jdbc;

    SurveyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(WorkspaceId workspace, Program program) {
        jdbc.sql("insert into program (workspace_id, id, name, created_at) values (:workspace, :id, :name, :now)")
                .param("workspace", workspace.value())
                .param("id", program.id().value())
                .param("name", program.name())
                .param("now", Rows.time(program.createdAt()))
                .update();
    }

    void insert(WorkspaceId workspace, Survey survey) {
        jdbc.sql("""
                        insert into survey (workspace_id, id, program_id, version, content, note, published_by, created_at)
                        values (:workspace, :id, :program, :version, cast(:content as jsonb), :note, :by, :now)
                        """)
                .param("workspace", workspace.value())
                .param("id", survey.id())
                .param("program", survey.program().value())
                .param("version", survey.version())
                .param("content", Contents.json(survey.questionnaire()))
                .param("note", survey.note())
                .param(
                        "by",
                        survey.publishedBy() == null
                                ? null
                                : survey.publishedBy().value())
                .param("now", Rows.time(survey.publishedAt()))
                .update();
    }

    /** The program, held until the end of the transaction, so that one at a time publishes. */
    void lock(WorkspaceId workspace, ProgramId program) {
        jdbc.sql("select id from program where workspace_id = :workspace and id = :id for no key update")
                .param("workspace", workspace.value())
                .param("id", program.value())
                .query(UUID.class)
                .single();
    }

    List<Program> programs(WorkspaceId workspace) {
        return jdbc.sql(
                        "select id, name, created_at from program where workspace_id = :workspace order by created_at, id")
                .param("workspace", workspace.value())
                .query(SurveyRepository::program)
                .list();
    }

    Optional<Program> program(WorkspaceId workspace, ProgramId id) {
        return jdbc.sql("select id, name, created_at from program where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(SurveyRepository::program)
                .optional();
    }

    Survey latestSurvey(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql(SURVEY + "and program_id = :program order by version desc limit 1")
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query(SurveyRepository::survey)
                .single();
    }

    /** Every version, the latest first. */
    List<Survey> versions(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql(SURVEY + "and program_id = :program order by version desc")
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query(SurveyRepository::survey)
                .list();
    }

    /** A published version, which never changes, so that those last asked for are remembered. */
    Survey survey(WorkspaceId workspace, UUID id) {
        return known.get(new Key(workspace, id));
    }

    private Survey find(Key key) {
        return jdbc.sql(SURVEY + "and id = :id")
                .param("workspace", key.workspace().value())
                .param("id", key.id())
                .query(SurveyRepository::survey)
                .single();
    }

    /** Waves that open later than this take the new version; with {@code running} those that are open, too. */
    void ask(WorkspaceId workspace, Survey survey, Instant now, boolean running) {
        jdbc.sql("""
                        update wave
                        set survey_id = :survey
                        where workspace_id = :workspace
                          and program_id = :program
                          and closes_at > :now
                          and (:running or opens_at > :now)
                        """)
                .param("workspace", workspace.value())
                .param("program", survey.program().value())
                .param("survey", survey.id())
                .param("now", Rows.time(now))
                .param("running", running)
                .update();
    }

    private static Program program(ResultSet row, int n) throws SQLException {
        return new Program(new ProgramId(Rows.id(row, "id")), row.getString("name"), Rows.time(row, "created_at"));
    }

    private static Survey survey(ResultSet row, int n) throws SQLException {
        UUID by = Rows.id(row, "published_by");
        return new Survey(
                Rows.id(row, "id"),
                new ProgramId(Rows.id(row, "program_id")),
                row.getInt("version"),
                Contents.of(row.getString("content")),
                row.getString("note"),
                by == null ? null : new MemberId(by),
                Rows.time(row, "created_at"));
    }
}
