package org.upturn.server.instant;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Codebook;
import org.upturn.engine.Learned;
import org.upturn.engine.Reader;
import org.upturn.engine.Verbatim;
import org.upturn.engine.encoders.EncoderException;
import org.upturn.server.kernel.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code upturn code --codebook FILE.yaml}: reads JSON lines from standard input and writes what the engine reads in them,
 * one line each, in order, as they come.
 *
 * <p>{@code --labels FILE} and {@code --answers FILE} hold what people judged before, and themes are read as they taught; to
 * the very same text and theme they give the last word. {@code --model} names what to read with: {@code minilm}, {@code bge},
 * {@code static} or a folder.
 *
 * <p>In: {@code {"id": …, "text": "…", "score"?: 0…10, "question"?: "…", "language"?: "…"}}; other fields are ignored. Out:
 * what {@link ReadingLine} writes. {@code start} and {@code end} count the UTF-16 characters of the JSON string {@code text} as
 * Java and JavaScript do, end exclusive. A line that cannot be read gives {@code {"id", "error"}} in its place and the
 * exit code becomes 1. Exit code 2 means the command itself was wrong.
 */
public final class CodeCommand {
    private static final Set<String> OPTIONS = Set.of("--codebook", "--labels", "--answers", "--model");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Codebook codebook;
    private final Learned learned;
    private final Reader reader;

    private CodeCommand(Codebook codebook, Learned learned, Reader reader) {
        this.codebook = codebook;
        this.learned = learned;
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
        CodingOptions options = CodingOptions.orExplain(args, OPTIONS, new Message("console.code.usage"), err);
        if (options == null) {
            return 2;
        }
        try (Reader reader = Reader.load(options.model())) {
            Learned learned = reader.learner(options.codebook()).learn(options.judgements());
            return new CodeCommand(options.codebook(), learned, reader).pipe(in, out);
        } catch (EncoderException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println(new Message("console.code.stopped", e.getMessage()).english());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
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
            JsonLines lines = new JsonLines(in);
            int number = 1;
            for (String line = lines.next(); line != null; line = lines.next(), number++) {
                String given = line;
                int at = number;
                if (!given.isBlank()) {
                    waiting.put(workers.submit(() -> answer(given, at)));
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

    private Answer answer(String given, int number) {
        JsonLines.Line line = JsonLines.Line.of(given);
        if (line.problem() != null) {
            return failure(line.id(), number, line.problem());
        }
        try {
            Verbatim verbatim =
                    new Verbatim(line.text(), line.string("question"), line.string("language"), line.score());
            return new Answer(ReadingLine.of(line.id(), reader.read(codebook, learned, verbatim)), false);
        } catch (RuntimeException e) {
            return failure(line.id(), number, new Message("console.code.failed", e.getMessage()));
        }
    }

    private static Answer failure(@Nullable JsonNode id, int number, Message message) {
        ObjectNode line = JSON.createObjectNode();
        line.set("id", id == null ? JSON.nullNode() : id);
        return new Answer(line.put("line", number).put("error", message.english()), true);
    }
}
