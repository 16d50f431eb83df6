package org.upturn.server.instant;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.upturn.engine.Learner;
import org.upturn.engine.Question;
import org.upturn.engine.Reader;
import org.upturn.engine.encoders.EncoderException;
import org.upturn.server.kernel.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code upturn ask --codebook FILE.yaml}: reads texts that nobody judged as JSON lines from standard input and writes the
 * questions whose answers teach most, one line each: {@code {"id"?, "text", "theme", "probability"}}. Add
 * {@code "yes": true} or {@code false} to a line and it is an answer for {@code --answers}.
 */
public final class AskCommand {
    private static final Set<String> OPTIONS = Set.of("--codebook", "--n", "--labels", "--answers", "--model");
    private static final Message USAGE = new Message("console.ask.usage");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AskCommand() {}

    /** The whole command; gives the exit code. */
    public static int run(String[] args, InputStream in, OutputStream out, PrintStream err) {
        if (args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"))) {
            err.print(USAGE.english());
            return 0;
        }
        CodingOptions options = CodingOptions.orExplain(args, OPTIONS, USAGE, err);
        if (options == null) {
            return 2;
        }
        try (Reader reader = Reader.load(options.model())) {
            List<JsonNode> lines = new ArrayList<>();
            boolean all = new JsonLines(in).each(err, (number, line) -> lines.add(line.object()));
            ask(options, reader.learner(options.codebook()), lines, out);
            return all ? 0 : 1;
        } catch (EncoderException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println(new Message("console.code.stopped", e.getMessage()).english());
        }
        return 1;
    }

    private static void ask(CodingOptions options, Learner learner, List<JsonNode> lines, OutputStream out)
            throws IOException {
        List<String> texts =
                lines.stream().map(line -> line.get("text").stringValue()).toList();
        for (Question question : learner.ask(learner.learn(options.judgements()), texts, options.each())) {
            ObjectNode line = JSON.createObjectNode();
            JsonNode asked = lines.get(question.number());
            if (asked.has("id")) {
                line.set("id", asked.get("id"));
            }
            line.put("text", asked.get("text").stringValue())
                    .put("theme", question.theme())
                    .put("probability", Math.round(question.probability() * 10_000) / 10_000.0);
            out.write((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }
}
