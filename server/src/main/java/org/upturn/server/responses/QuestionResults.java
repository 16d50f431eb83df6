package org.upturn.server.responses;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.Survey;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.questions.Kind;
import org.upturn.server.surveys.questions.Question;
import org.upturn.server.surveys.questions.Questionnaire;

/** Counts what came back to the questions beyond score and reason. A read model. */
@Service
public class QuestionResults {
    private static final int LATEST = 10;

    private final JdbcClient jdbc;
    private final Surveys surveys;

    QuestionResults(JdbcClient jdbc, Surveys surveys) {
        this.jdbc = jdbc;
        this.surveys = surveys;
    }

    /** A question in the words of a survey, with what a person answered to it. */
    public record Answered(String question, String answer, List<Attached> files) {}

    /** A file that a person attached, and where a member gets it. */
    public record Attached(String path, String name) {}

    /** Every question of the wave's survey, and those of earlier versions that were answered in it. */
    public List<QuestionCounts> ofWave(WorkspaceId workspace, Wave wave) {
        Map<String, Map<String, Long>> counted = counted(workspace, wave);
        Map<String, Long> answered = answered(workspace, wave);
        var results = new ArrayList<QuestionCounts>();
        var questions = new LinkedHashMap<String, Question>();
        var words = new HashMap<String, Questionnaire>();
        List<Survey> versions = new ArrayList<>(List.of(surveys.survey(workspace, wave.survey())));
        versions.addAll(surveys.versions(workspace, wave.program()));
        for (Survey version : versions) {
            for (Question question : version.questionnaire().questions()) {
                boolean told = version == versions.getFirst() || answered.containsKey(question.id());
                if (told && questions.putIfAbsent(question.id(), question) == null) {
                    words.put(question.id(), version.questionnaire());
                }
            }
        }
        questions.forEach((id, question) -> results.add(result(
                question,
                words.get(id),
                answered.getOrDefault(id, 0L),
                counted.getOrDefault(id, Map.of()),
                question.kind().isCounted() ? List.of() : latest(workspace, wave, question))));
        return results;
    }

    private static QuestionCounts result(
            Question question, Questionnaire asked, long answered, Map<String, Long> counted, List<String> latest) {
        var counts = new LinkedHashMap<String, Long>();
        var labels = new HashMap<String, String>();
        if (question.kind().isCounted()) {
            question.values().forEach(value -> counts.put(value, counted.getOrDefault(value, 0L)));
            counted.forEach(counts::putIfAbsent);
            counts.keySet().forEach(value -> labels.put(value, label(asked, question, value)));
        }
        return new QuestionCounts(question, asked.text(asked.base(), question.key()), answered, counts, labels, latest);
    }

    private static String label(Questionnaire asked, Question question, String value) {
        String words = question.kind() == Kind.SCALE ? value : asked.text(asked.base(), question.key(value));
        return words.isBlank() ? value : words;
    }

    /** What a person answered beyond score and reason, in the words of the language that they were asked in. */
    public List<Answered> of(WorkspaceId workspace, Response response) {
        if (response.answers().isEmpty()) {
            return List.of();
        }
        Questionnaire asked = surveys.survey(workspace, response.survey()).questionnaire();
        return asked.questions().stream()
                .filter(one -> response.answers().containsKey(one.id()))
                .map(one -> answered(asked, response, one))
                .toList();
    }

    private static Answered answered(Questionnaire asked, Response response, Question one) {
        List<String> values = response.answers().get(one.id());
        String question = asked.text(response.language(), one.key());
        if (one.kind() == Kind.FILE) {
            return new Answered(
                    question,
                    "",
                    values.stream()
                            .map(value -> new Attached(
                                    "/responses/" + response.id().value() + "/files/" + value.substring(0, 36),
                                    AnswerFile.name(value)))
                            .toList());
        }
        return new Answered(
                question,
                String.join(
                        ", ",
                        values.stream()
                                .map(value -> one.kind().hasOptions()
                                        ? asked.text(response.language(), one.key(value))
                                        : value)
                                .toList()),
                List.of());
    }

    private Map<String, Map<String, Long>> counted(WorkspaceId workspace, Wave wave) {
        var counted = new HashMap<String, Map<String, Long>>();
        jdbc.sql("""
                        select given.key as question, chosen.value as value, count(*) as people
                        from response
                        join response_version answer on answer.workspace_id = response.workspace_id
                          and answer.response_id = response.id
                          and answer.version = response.version
                        cross join lateral jsonb_each(answer.answers) as given
                        cross join lateral jsonb_array_elements_text(given.value) as chosen
                        where response.workspace_id = :workspace
                          and response.wave_id = :wave
                          and length(chosen.value) <= 40
                        group by given.key, chosen.value
                        order by given.key, chosen.value
                        """)
                .param("workspace", workspace.value())
                .param("wave", wave.id().value())
                .query(row -> {
                    counted.computeIfAbsent(row.getString("question"), key -> new LinkedHashMap<>())
                            .put(row.getString("value"), row.getLong("people"));
                });
        return counted;
    }

    private Map<String, Long> answered(WorkspaceId workspace, Wave wave) {
        var answered = new HashMap<String, Long>();
        jdbc.sql("""
                        select given.key as question, count(*) as people
                        from response
                        join response_version answer on answer.workspace_id = response.workspace_id
                          and answer.response_id = response.id
                          and answer.version = response.version
                        cross join lateral jsonb_object_keys(answer.answers) as given (key)
                        where response.workspace_id = :workspace
                          and response.wave_id = :wave
                        group by given.key
                        """)
                .param("workspace", workspace.value())
                .param("wave", wave.id().value())
                .query(row -> {
                    answered.put(row.getString("question"), row.getLong("people"));
                });
        return answered;
    }

    private List<String> latest(WorkspaceId workspace, Wave wave, Question question) {
        List<String> said = latest(workspace, wave, question.id());
        return question.kind() == Kind.FILE
                ? said.stream().map(AnswerFile::name).toList()
                : said;
    }

    private List<String> latest(WorkspaceId workspace, Wave wave, String question) {
        return jdbc.sql("""
                        select answer.answers -> :question ->> 0 as said
                        from response
                        join response_version answer on answer.workspace_id = response.workspace_id
                          and answer.response_id = response.id
                          and answer.version = response.version
                        where response.workspace_id = :workspace
                          and response.wave_id = :wave
                          and answer.answers -> :question is not null
                        order by response.changed_at desc, response.id
                        limit :most
                        """)
                .param("workspace", workspace.value())
                .param("wave", wave.id().value())
                .param("question", question)
                .param("most", LATEST)
                .query(String.class)
                .list();
    }
}
