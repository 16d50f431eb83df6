package org.upturn.server.instant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class DiscoverCommandTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String LINES = """
            {"id":"a","text":"The invoice was wrong again"}
            {"text":"Your invoices are never right"}
            {"id":7,"text":"Wrong amount on the invoice"}

            {"id":null,"text":"Please correct the invoice"}
            """;

    /** What a run of the command left behind. */
    private record Result(int exit, List<JsonNode> lines, String errors) {}

    @Test
    void writesOneLineForEachGroupWithTheIdsGivenOrTheNumbersOfTheLines() {
        Result result = run(LINES, "--min", "3");
        assertThat(result.exit).isZero();
        assertThat(result.lines).hasSize(1);
        JsonNode group = result.lines.getFirst();
        assertThat(group.propertyNames()).containsExactly("group", "label", "terms", "size", "ids");
        assertThat(group.get("group").intValue()).isEqualTo(1);
        assertThat(group.get("label").stringValue()).contains("invoice");
        assertThat(group.get("size").intValue()).isEqualTo(4);
        assertThat(group.get("ids").toString()).isEqualTo("[\"a\",2,7,5]");
    }

    @Test
    void aBadLineIsToldWithItsNumberAndTheOthersGoOn() {
        Result result = run("not json\n" + LINES + "{\"id\":9}\n", "--min=3");
        assertThat(result.exit).isEqualTo(1);
        assertThat(result.lines).hasSize(1);
        assertThat(result.errors).contains("Line 1 is left out.", "Line 7 is left out.", "no \"text\"", "{\"id\": 1,");
    }

    @Test
    void saysWhenThereIsNoGroup() {
        Result result = run("", "--min", "5");
        assertThat(result.exit).isZero();
        assertThat(result.lines).isEmpty();
        assertThat(result.errors).contains("No group");
    }

    @Test
    void wrongOptionsAreExplained() {
        assertThat(run("", "--min").exit).isEqualTo(2);
        assertThat(run("", "--min", "0").errors).contains("--min needs a whole number");
        assertThat(run("", "--max", "3").errors)
                .contains("'--max' is not known")
                .contains("Usage");
        assertThat(run("", "--help").exit).isZero();
    }

    private static Result run(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int exit = DiscoverCommand.run(
                args,
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
