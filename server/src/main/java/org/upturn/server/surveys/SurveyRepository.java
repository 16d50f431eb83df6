package org.upturn.server.surveys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;

/** All SQL of programs, surveys and waves. */
@Repository
class SurveyRepository {
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

    void insert(WorkspaceId workspace, Survey survey, Instant now) {
        jdbc.sql("""
                        insert into survey (workspace_id, id, program_id, version, score_question, why_question, created_at)
                        values (:workspace, :id, :program, :version, :scoreQuestion, :whyQuestion, :now)
                        """)
                .param("workspace", workspace.value())
                .param("id", survey.id())
                .param("program", survey.program().value())
                .param("version", survey.version())
                .param("scoreQuestion", survey.scoreQuestion())
                .param("whyQuestion", survey.whyQuestion())
                .param("now", Rows.time(now))
                .update();
    }

    void insert(WorkspaceId workspace, Wave wave, Instant now) {
        jdbc.sql("""
                        insert into wave (workspace_id, id, program_id, survey_id, name, opens_at, closes_at, created_at)
                        values (:workspace, :id, :program, :survey, :name, :opensAt, :closesAt, :now)
                        """)
                .param("workspace", workspace.value())
                .param("id", wave.id().value())
                .param("program", wave.program().value())
                .param("survey", wave.survey())
                .param("name", wave.name())
                .param("opensAt", Rows.time(wave.opensAt()))
                .param("closesAt", Rows.time(wave.closesAt()))
                .param("now", Rows.time(now))
                .update();
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
        return jdbc.sql("""
                        select id, program_id, version, score_question, why_question
                        from survey
                        where workspace_id = :workspace
                          and program_id = :program
                        order by version desc
                        limit 1
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query(SurveyRepository::survey)
                .single();
    }

    Survey survey(WorkspaceId workspace, UUID id) {
        return jdbc.sql("""
                        select id, program_id, version, score_question, why_question
                        from survey
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id)
                .query(SurveyRepository::survey)
                .single();
    }

    List<Wave> waves(WorkspaceId workspace, ProgramId program) {
        return jdbc.sql("""
                        select id, program_id, survey_id, name, opens_at, closes_at
                        from wave
                        where workspace_id = :workspace
                          and program_id = :program
                        order by opens_at, id
                        """)
                .param("workspace", workspace.value())
                .param("program", program.value())
                .query(SurveyRepository::wave)
                .list();
    }

    Optional<Wave> wave(WorkspaceId workspace, WaveId id) {
        return jdbc.sql("""
                        select id, program_id, survey_id, name, opens_at, closes_at
                        from wave
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .query(SurveyRepository::wave)
                .optional();
    }

    private static Program program(ResultSet row, int n) throws SQLException {
        return new Program(new ProgramId(Rows.id(row, "id")), row.getString("name"), Rows.time(row, "created_at"));
    }

    private static Survey survey(ResultSet row, int n) throws SQLException {
        return new Survey(
                Rows.id(row, "id"),
                new ProgramId(Rows.id(row, "program_id")),
                row.getInt("version"),
                row.getString("score_question"),
                row.getString("why_question"));
    }

    private static Wave wave(ResultSet row, int n) throws SQLException {
        return new Wave(
                new WaveId(Rows.id(row, "id")),
                new ProgramId(Rows.id(row, "program_id")),
                Rows.id(row, "survey_id"),
                row.getString("name"),
                Rows.time(row, "opens_at"),
                Rows.time(row, "closes_at"));
    }
}
