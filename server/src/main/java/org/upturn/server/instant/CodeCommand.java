package org.upturn.server.instant;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Codebook;
import org.upturn.engine.CodebookException;
import org.upturn.engine.CodebookFile;
import org.upturn.engine.Coding;
import org.upturn.engine.Reader;
import org.upturn.engine.Reading;
import org.upturn.engine.Verbatim;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.UsageException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code upturn code --codebook FILE.yaml}: reads JSON lines from standard input and writes what the engine reads in them,
 * one line each, in order, as they come.
 *
 * <p>In: {@code {"id": …, "text": "…", "question"?: "…", "language"?: "…"}}; other fields are ignored. Out:
 * {@code {"id", "themes": [{"theme", "probability", "decided", "start", "end"}], "sentiment", "suggestedScore",
 * "language", "silent"}}. {@code start} and {@code end} count the UTF-16 characters of the JSON string {@code text} as
 * Java and JavaScript do, end exclusive. A line that cannot be read gives {@code {"id", "error"}} in its place and the
 * exit code becomes 1. Exit code 2 means the command itself was wrong.
 */
public final class CodeCommand {
    private static final double SHOWN = 0.2;
    private static final int LONGEST_LINE = 64_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Codebook codebook;
    private final Reader reader;

    private CodeCommand(Codebook codebook, Reader reader) {
        this.codebook = codebook;
        this.reader = reader;
    }

    /** One line of the answer. */
    private record Answer(ObjectNode line, boolean failed) {}

    /** The whole command; gives the exit code. */
    public static int run(String[] args, InputStream in, OutputStream out, PrintStream err) {
        if (args.length == 1 && (args[0].equals("--help") || args[0].equals("-h"))) {
            err.print(new Message("console.code.usage").english());
            return 0;
        }
        Codebook codebook;
        try {
            codebook = codebook(args);
        } catch (CodebookException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(new Message("console.code.usage").english());
            return 2;
        } catch (IOException e) {
            err.println(new Message("console.code.unreadable", e.getMessage()).english());
            return 2;
        }
        try (Reader reader = Reader.load()) {
            return new CodeCommand(codebook, reader).pipe(in, out);
        } catch (IOException e) {
            err.println(new Message("console.code.stopped", e.getMessage()).english());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static Codebook codebook(String[] args) throws IOException {
        String file = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--codebook=")) {
                file = args[i].substring("--codebook=".length());
            } else if (args[i].equals("--codebook") && i + 1 < args.length) {
                file = args[++i];
            } else if (args[i].equals("--codebook")) {
                throw new UsageException("console.code.value");
            } else {
                throw new UsageException("console.code.option", args[i]);
            }
        }
        if (file == null || file.isBlank()) {
            throw new UsageException("console.code.which");
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return CodebookFile.read(in);
        } catch (NoSuchFileException e) {
            throw new UsageException("console.code.file", file);
        }
    }

    /** One thread reads lines, as many as there are cores answer them, this one writes the answers in order. */
    private int pipe(InputStream in, OutputStream out) throws IOException, InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        BlockingQueue<Future<Answer>> waiting = new ArrayBlockingQueue<>(cores * 16);
        Future<Answer> end = new CompletableFuture<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
            Thread feeder = Thread.ofVirtual().start(() -> feed(in, workers, waiting, end));
            try {
                return write(waiting, end, out);
            } finally {
                feeder.interrupt();
                workers.shutdownNow();
            }
        }
    }

    private void feed(
            InputStream in, ExecutorService workers, BlockingQueue<Future<Answer>> waiting, Future<Answer> end) {
        try {
            Lines lines = new Lines(in);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                String text = new String(line, StandardCharsets.UTF_8);
                if (!text.isBlank()) {
                    waiting.put(workers.submit(() -> answer(text)));
                }
            }
            waiting.put(end);
        } catch (IOException e) {
            waiting.offer(CompletableFuture.failedFuture(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int write(BlockingQueue<Future<Answer>> waiting, Future<Answer> end, OutputStream out)
            throws IOException, InterruptedException {
        boolean failed = false;
        for (Future<Answer> next = waiting.take(); next != end; next = waiting.take()) {
            try {
                Answer answer = next.get();
                failed |= answer.failed;
                out.write((JSON.writeValueAsString(answer.line) + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (ExecutionException e) {
                throw new IOException(
                        new Message("console.code.input", e.getCause().getMessage()).english(), e);
            }
            Future<Answer> following = waiting.peek();
            if (following == null || !following.isDone()) {
                out.flush();
            }
        }
        out.flush();
        return failed ? 1 : 0;
    }

    private Answer answer(String line) {
        JsonNode input;
        try {
            input = JSON.readTree(line);
        } catch (JacksonException e) {
            return failure(null, new Message("console.code.notJson", e.getOriginalMessage()));
        }
        JsonNode id = input.isObject() ? input.get("id") : null;
        JsonNode text = input.isObject() ? input.get("text") : null;
        if (text == null || !text.isString()) {
            return failure(id, new Message("console.code.noText"));
        }
        try {
            Verbatim verbatim = new Verbatim(text.stringValue(), string(input, "question"), string(input, "language"));
            return new Answer(line(id, reader.read(codebook, verbatim)), false);
        } catch (RuntimeException e) {
            return failure(id, new Message("console.code.failed", e.getMessage()));
        }
    }

    private static @Nullable String string(JsonNode input, String field) {
        JsonNode value = input.get(field);
        return value == null || !value.isString() || value.stringValue().isBlank() ? null : value.stringValue();
    }

    private static ObjectNode line(@Nullable JsonNode id, Reading reading) {
        ObjectNode line = JSON.createObjectNode();
        line.set("id", plain(id));
        ArrayNode themes = line.putArray("themes");
        for (Coding coding : reading.codings()) {
            if (coding.decided() || coding.probability() >= SHOWN) {
                themes.addObject()
                        .put("theme", coding.theme())
                        .put("probability", rounded(coding.probability(), coding.decided()))
                        .put("decided", coding.decided())
                        .put("start", coding.start())
                        .put("end", coding.end());
            }
        }
        line.put("sentiment", Math.round(reading.sentiment() * 1000) / 1000.0);
        line.put("suggestedScore", reading.suggestedScore());
        return line.put("language", reading.language()).put("silent", reading.silent());
    }

    /** Four decimals, on the side of ½ where the decision fell. */
    private static double rounded(double probability, boolean decided) {
        double round = Math.round(probability * 10_000) / 10_000.0;
        return decided ? round : Math.min(round, 0.4999);
    }

    private static Answer failure(@Nullable JsonNode id, Message message) {
        ObjectNode line = JSON.createObjectNode();
        line.set("id", plain(id));
        return new Answer(line.put("error", message.english()), true);
    }

    private static JsonNode plain(@Nullable JsonNode id) {
        return id == null || id.isContainer() ? JSON.nullNode() : id;
    }

    /** Lines of bytes, bounded, ending at LF or CR LF. */
    private static final class Lines {
        private final InputStream in;

        Lines(InputStream in) {
            this.in = new BufferedInputStream(in, 1 << 16);
        }

        byte @Nullable [] next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(256);
            int read;
            while ((read = in.read()) >= 0 && read != '\n') {
                if (line.size() < LONGEST_LINE) {
                    line.write(read);
                }
            }
            return read < 0 && line.size() == 0 ? null : line.toByteArray();
        }
    }
}
