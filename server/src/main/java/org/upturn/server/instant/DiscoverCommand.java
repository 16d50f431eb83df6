package org.upturn.server.instant;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.upturn.engine.Model;
import org.upturn.engine.Passages;
import org.upturn.engine.discovery.Discovery;
import org.upturn.engine.discovery.Entry;
import org.upturn.engine.discovery.Group;
import org.upturn.engine.encoders.EncoderException;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.UsageException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code upturn discover [--min 5] [--model bge]}: reads JSON lines from standard input and, when all are there, writes the groups of
 * texts that say much the same, one line each, the largest first.
 *
 * <p>In: {@code {"id"?: …, "text": "…"}}; other fields are ignored. Out: {@code {"group", "label", "terms", "size", "ids"}};
 * {@code ids} are those given, or the numbers of the lines from 1. A text that speaks of several things may be in several
 * groups, one that is like no other in none. A line that cannot be read is told on standard error, the others go on,
 * and the exit code becomes 1. Exit code 2 means the command itself was wrong.
 */
public final class DiscoverCommand {
    private static final String USUAL_MIN = "5";
    /** Of the models that travel with the program; figures are in the engine's RATIONALE.md. */
    private static final String BEST = "bge";

    private static final int TELL_EVERY = 2_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream err;
    private final List<Entry> entries = new ArrayList<>();
    private final List<JsonNode> ids = new ArrayList<>();

    private DiscoverCommand(PrintStream err) {
        this.err = err;
    }

    /** The whole command; gives the exit code. */
    public static int run(String[] args, InputStream in, OutputStream out, PrintStream err) {
        if (args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"))) {
            err.print(new Message("console.discover.usage").english());
            return 0;
        }
        try {
            Map<String, String> values = OptionValues.of(args, Set.of("--min", "--model"));
            int min = number(values.getOrDefault("--min", USUAL_MIN));
            Model model = ModelOption.of(values.getOrDefault("--model", BEST));
            return new DiscoverCommand(err).pipe(min, model, in, out);
        } catch (EncoderException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(new Message("console.discover.usage").english());
            return 2;
        } catch (IOException e) {
            err.println(new Message("console.code.stopped", e.getMessage()).english());
            return 1;
        }
    }

    private static int number(String given) {
        if (!given.matches("[1-9]\\d{0,8}")) {
            throw new UsageException("console.discover.min");
        }
        return Integer.parseInt(given);
    }

    private int pipe(int min, Model model, InputStream in, OutputStream out) throws IOException {
        boolean all = new JsonLines(in).each(err, this::add);
        try (Passages passages = Passages.load(model)) {
            List<Group> groups = new Discovery(passages).groups(entries, min, this::tell);
            for (Group group : groups) {
                out.write((JSON.writeValueAsString(line(group)) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            out.flush();
            if (groups.isEmpty()) {
                err.println(new Message("console.discover.none", min).english());
            }
        }
        return all ? 0 : 1;
    }

    private void add(int number, JsonLines.Line line) {
        JsonNode id = line.id();
        entries.add(new Entry(Integer.toString(ids.size()), line.text()));
        ids.add(id == null ? JSON.getNodeFactory().numberNode(number) : id);
    }

    private void tell(int read) {
        if (read % TELL_EVERY == 0) {
            err.println(new Message("console.discover.read", read).english());
        }
    }

    private ObjectNode line(Group group) {
        ObjectNode line = JSON.createObjectNode();
        line.put("group", group.number()).put("label", group.label());
        ArrayNode terms = line.putArray("terms");
        group.terms().forEach(terms::add);
        line.put("size", group.size());
        ArrayNode members = line.putArray("ids");
        group.ids().forEach(id -> members.add(ids.get(Integer.parseInt(id))));
        return line;
    }
}
