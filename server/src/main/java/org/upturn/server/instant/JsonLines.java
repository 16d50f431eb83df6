package org.upturn.server.instant;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON lines as the commands read them: one object a line, ending at LF or CR LF, with at least a {@code text}. */
final class JsonLines {
    private static final int LONGEST_LINE = 64_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final InputStream in;

    JsonLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next line, which may be blank; null at the end. Of a line without end the first 64 million bytes. */
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        int read;
        while ((read = in.read()) >= 0 && read != '\n') {
            if (line.size() < LONGEST_LINE) {
                line.write(read);
            }
        }
        return read < 0 && line.size() == 0 ? null : withoutMark(line.toString(StandardCharsets.UTF_8));
    }

    /** Some programs begin a file with a mark that says how it is encoded. */
    static String withoutMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }

    /** Takes what can be read, with the numbers of its lines, from 1. */
    interface Taker {
        void take(int number, Line line);
    }

    /**
     * Hands on every line that is not blank; of those that cannot be read it says which they are.
     *
     * @return whether all could be read
     */
    boolean each(PrintStream err, Taker taker) throws IOException {
        boolean all = true;
        int number = 1;
        for (String given = next(); given != null; given = next(), number++) {
            if (!given.isBlank()) {
                Line line = Line.of(given);
                if (line.problem() == null) {
                    taker.take(number, line);
                } else {
                    all = false;
                    err.println(new Message("console.discover.line", number, line.problem()).english());
                }
            }
        }
        return all;
    }

    /**
     * What a line says.
     *
     * @param object empty when the line holds none
     * @param problem why it cannot be read; null when it can
     */
    record Line(JsonNode object, @Nullable Message problem) {
        static Line of(String line) {
            JsonNode given;
            try {
                given = JSON.readTree(line);
            } catch (JacksonException e) {
                return new Line(JSON.createObjectNode(), new Message("console.code.notJson", e.getOriginalMessage()));
            }
            JsonNode object = given.isObject() ? given : JSON.createObjectNode();
            JsonNode text = object.get("text");
            boolean good = text != null && text.isString();
            return new Line(object, good ? null : new Message("console.code.noText"));
        }

        String text() {
            return object.get("text").stringValue();
        }

        /** The id as given, number or string; null when there is none. */
        @Nullable
        JsonNode id() {
            JsonNode id = object.get("id");
            return id == null || id.isContainer() || id.isNull() ? null : id;
        }

        /** Another field that is a string and says something. */
        @Nullable
        String string(String field) {
            JsonNode value = object.get(field);
            return value == null || !value.isString() || value.stringValue().isBlank() ? null : value.stringValue();
        }

        /** The score from 0 to 10, also when it is written as a string; anything else is no score. */
        @Nullable
        Integer score() {
            JsonNode value = object.get("score");
            String written =
                    value == null || value.isContainer() ? "" : value.asString().strip();
            return written.matches("\\d|10") ? Integer.valueOf(written) : null;
        }
    }
}
