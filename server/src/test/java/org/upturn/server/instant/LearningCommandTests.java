package org.upturn.server.instant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class LearningCommandTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    /** What a run of a command left behind. */
    private record Result(int exit, List<JsonNode> lines, String errors) {}

    /** {@code code} or {@code ask}. */
    private interface Command {
        int run(String[] args, InputStream in, OutputStream out, PrintStream err);
    }

    @BeforeEach
    void writeCodebook() throws IOException {
        write("book.yaml", """
                name: Gym
                themes:
                  - {id: price, name: Price, description: What it costs}
                  - {id: staff, name: Staff, description: The people who work there}
                """);
    }

    @Test
    void aJudgedTextKeepsThePersonsVerdict() throws IOException {
        Path labels = write("labels.jsonl", "{\"text\":\"Too expensive\",\"themes\":[\"staff\"]}\n\n");
        Path answers = write("answers.jsonl", "{\"text\":\"Kind staff\",\"theme\":\"staff\",\"yes\":false}\n");
        Result result = run(
                CodeCommand::run,
                "{\"text\":\"Too expensive\"}\n{\"text\":\"Kind staff\"}",
                "--labels",
                labels.toString(),
                "--answers=" + answers);
        assertThat(result.exit).isZero();
        assertThat(decided(result.lines.get(0))).containsExactly("staff");
        assertThat(decided(result.lines.get(1))).doesNotContain("staff");
    }

    @Test
    void asksAsManyQuestionsAboutEachThemeAsWanted() {
        Result result = run(
                AskCommand::run,
                "{\"id\":7,\"text\":\"Too expensive\"}\n{\"text\":\"Kind staff\"}\n{\"text\":\"Cold showers\"}",
                "--n",
                "2");
        assertThat(result.errors).isEmpty();
        assertThat(result.lines).hasSize(4);
        assertThat(result.lines)
                .extracting(line -> line.get("theme").stringValue())
                .containsExactly("price", "price", "staff", "staff");
        assertThat(result.lines).allSatisfy(line -> {
            assertThat(line.get("probability").doubleValue()).isBetween(0.0, 1.0);
            assertThat(line.has("id")).isEqualTo(line.get("text").stringValue().equals("Too expensive"));
        });
    }

    @Test
    void aWrongLineIsNamedWithItsNumberAndHowToMendIt() throws IOException {
        assertThat(code("{\"text\":\"a\",\"themes\":[]}\n{\"text\":\"b\",\"themes\":[\"food\"]}", "--labels"))
                .contains("given.jsonl, line 2", "no theme 'food'", "price, staff");
        assertThat(code("{\"text\":\"a\"}", "--labels")).contains("line 1", "\"themes\": [");
        assertThat(code("{\"text\":\"a\",\"theme\":\"price\",\"yes\":\"no\"}", "--answers"))
                .contains("line 1", "\"yes\": true");
        assertThat(code("{\"theme\":\"price\",\"yes\":true}", "--answers")).contains("no \"text\"");
        assertThat(code("nonsense", "--answers")).contains("line 1", "not JSON");
        assertThat(run(CodeCommand::run, "", "--answers", "absent.jsonl").errors)
                .contains("no file 'absent.jsonl'");
        Result asked = run(AskCommand::run, "\uFEFF{\"text\":\"The staff were rude to me\"}\n[]");
        assertThat(asked.exit).isEqualTo(1);
        assertThat(asked.errors).contains("Line 2");
        assertThat(asked.lines).as("the other line is asked about").isNotEmpty();
    }

    @Test
    void aWrongNumberOfQuestionsIsExplained() {
        assertThat(run(AskCommand::run, "", "--n", "0").errors).contains("a number from 1 to", "'0'");
        assertThat(run(AskCommand::run, "", "--n", "many").exit).isEqualTo(2);
        assertThat(run(CodeCommand::run, "", "--n", "8").errors).contains("'--n' is not known");
    }

    private String code(String given, String option) throws IOException {
        Result result =
                run(CodeCommand::run, "", option, write("given.jsonl", given).toString());
        assertThat(result.exit).isEqualTo(2);
        return result.errors;
    }

    private static List<String> decided(JsonNode line) {
        List<String> themes = new ArrayList<>();
        line.get("themes").forEach(theme -> {
            if (theme.get("decided").booleanValue()) {
                themes.add(theme.get("theme").stringValue());
            }
        });
        return themes;
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Result run(Command command, String input, String... options) {
        List<String> args = new ArrayList<>(
                List.of("--codebook", folder.resolve("book.yaml").toString()));
        args.addAll(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int exit = command.run(
                args.toArray(String[]::new),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        List<JsonNode> lines = out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> (JsonNode) JSON.readTree(line))
                .toList();
        return new Result(exit, lines, errors.toString(StandardCharsets.UTF_8));
    }
}
