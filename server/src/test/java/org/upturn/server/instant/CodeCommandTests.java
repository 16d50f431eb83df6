package org.upturn.server.instant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.upturn.engine.Codebook;
import org.upturn.engine.CodebookFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class CodeCommandTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private Path codebook;

    /** What a run of the command left behind. */
    private record Result(int exit, List<JsonNode> lines, String errors) {}

    @BeforeEach
    void writeCodebook() throws IOException {
        codebook = folder.resolve("codebook.yaml");
        Files.writeString(codebook, CodebookFile.write(Codebook.starter("company")));
    }

    @Test
    void answersEachLineInOrderAndEchoesItsId() {
        String input = IntStream.range(0, 40)
                .mapToObj(i -> "{\"id\":" + (i % 2 == 0 ? i : "\"" + i + "\"") + ",\"text\":\"The app is slow "
                        + "and support never answers. ".repeat(i % 7) + "\",\"other\":[1]}\n")
                .reduce("", String::concat);
        Result result = run(input, "--codebook", codebook.toString());
        assertThat(result.exit).isZero();
        assertThat(result.lines).hasSize(40);
        assertThat(result.lines.get(4).get("id").isNumber()).isTrue();
        assertThat(result.lines.get(5).get("id").stringValue()).isEqualTo("5");
        assertThat(result.lines.get(39).get("id").stringValue()).isEqualTo("39");
    }

    @Test
    void writesThemesWithEvidenceAndTheWholeReading() {
        String text = "Three support tickets, no resolution. Looking at alternatives 🙁.";
        JsonNode line = run("{\"id\":1,\"text\":\"" + text + "\"}", "--codebook", codebook.toString())
                .lines
                .getFirst();
        assertThat(line.propertyNames())
                .startsWith("id", "themes", "sentiment", "suggestedScore", "language", "silent")
                .contains("lowSignal", "tone", "slots", "mismatch", "personalData", "gap");
        JsonNode theme = line.get("themes").get(0);
        assertThat(theme.propertyNames())
                .containsExactly("theme", "probability", "decided", "start", "end", "sentiment");
        assertThat(text.substring(
                        theme.get("start").intValue(), theme.get("end").intValue()))
                .isEqualTo("Three support tickets, no resolution.");
    }

    @Test
    void saysWhatElseStandsInTheText() {
        String text =
                "You idiots lost my parcel, I called four times. I am cancelling my contract. Write to cleo@acme.example";
        JsonNode line = run("{\"id\":1,\"score\":10,\"text\":\"" + text + "\"}", "--codebook", codebook.toString())
                .lines
                .getFirst();
        assertThat(line.get("tone").stringValue()).isEqualTo("hostile");
        assertThat(line.get("mismatch").stringValue()).isIn("contradiction", "reversed-scale");
        assertThat(line.get("personalData").get(0).get("kind").stringValue()).isEqualTo("email");
        JsonNode consequence = line.get("slots").get("consequence").get(0);
        assertThat(consequence.get("kind").stringValue()).isEqualTo("leaving");
        assertThat(text.substring(
                        consequence.get("start").intValue(),
                        consequence.get("end").intValue()))
                .isEqualTo("I am cancelling my contract.");
    }

    @Test
    void aBadLineGetsAnErrorInItsPlaceAndTheOthersAreStillRead() {
        Result result = run(
                "{\"id\":1,\"text\":\"ok\"}\nnot json\n{\"id\":\"c\"}\n[]\n{\"id\":5,\"text\":\"nul \\u0000 \\ud83d lone\"}\r\n",
                "--codebook=" + codebook);
        assertThat(result.exit).isEqualTo(1);
        assertThat(result.lines).hasSize(5);
        assertThat(result.lines.get(0).get("silent").booleanValue()).isTrue();
        assertThat(result.lines.get(1).get("id").isNull()).isTrue();
        assertThat(result.lines.get(1).has("error")).isTrue();
        assertThat(result.lines.get(2).get("id").stringValue()).isEqualTo("c");
        assertThat(result.lines.get(2).has("error")).isTrue();
        assertThat(result.lines.get(3).has("error")).isTrue();
        assertThat(result.lines.get(4).has("themes")).isTrue();
    }

    @Test
    void answersALineBeforeTheInputEnds() throws Exception {
        PipedOutputStream typed = new PipedOutputStream();
        PipedInputStream shown = new PipedInputStream();
        PipedOutputStream out = new PipedOutputStream(shown);
        InputStream in = new PipedInputStream(typed);
        CompletableFuture<Integer> exit =
                CompletableFuture.supplyAsync(() -> CodeCommand.run(arguments(), in, out, System.err));
        typed.write("{\"id\":1,\"text\":\"too slow\"}\n".getBytes(StandardCharsets.UTF_8));
        typed.flush();
        StringBuilder answer = new StringBuilder();
        for (int read = shown.read(); read != '\n'; read = shown.read()) {
            answer.append((char) read);
        }
        assertThat(answer.toString()).startsWith("{\"id\":1,");
        typed.close();
        assertThat(exit.get()).isZero();
    }

    @Test
    void wrongOptionsAreExplained() {
        assertThat(run("").errors).contains("--codebook FILE is missing");
        assertThat(run("", "--codebok", "x").errors).contains("'--codebok' is not known");
        assertThat(run("", "--codebook", "absent.yaml").errors).contains("no codebook file 'absent.yaml'");
        assertThat(run("", "--codebook").exit).isEqualTo(2);
    }

    @Test
    void aBrokenCodebookIsExplained() throws IOException {
        Files.writeString(codebook, "themes: [{id: a}]");
        Result result = run("", "--codebook", codebook.toString());
        assertThat(result.exit).isEqualTo(2);
        assertThat(result.errors).contains("Theme 'a', field 'name'");
    }

    private String[] arguments() {
        return new String[] {"--codebook", codebook.toString()};
    }

    private static Result run(String input, String... args) {
        OutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        int exit = CodeCommand.run(args, in, out, new PrintStream(errors, true, StandardCharsets.UTF_8));
        String written = ((ByteArrayOutputStream) out).toString(StandardCharsets.UTF_8);
        List<JsonNode> lines =
                written.lines().map(line -> (JsonNode) JSON.readTree(line)).toList();
        return new Result(exit, lines, errors.toString(StandardCharsets.UTF_8));
    }
}
