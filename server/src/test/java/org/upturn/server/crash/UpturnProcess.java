package org.upturn.server.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Upturn as a user runs it: a process of its own with a data folder. Ends, with its PostgreSQL, when closed. */
public final class UpturnProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final Pattern READY = Pattern.compile("Upturn is ready:\\s+(http://localhost:\\d+)");

    private final Path data;
    private final Path said;
    private final Process process;

    private UpturnProcess(Path data, Path said, Process process) {
        this.data = data;
        this.said = said;
        this.process = process;
    }

    /** {@code upturn serve} on a free port; {@link #awaitReady} tells where. */
    public static UpturnProcess serve(Path data) {
        return serve(data, List.of());
    }

    /** The same with options of Java. */
    static UpturnProcess serve(Path data, List<String> options) {
        return run(data, options, List.of("serve", "--port", "0"));
    }

    /** {@code upturn} with these arguments and this data folder. */
    public static UpturnProcess run(Path data, String... arguments) {
        return run(data, List.of(), List.of(arguments));
    }

    private static UpturnProcess run(Path data, List<String> options, List<String> arguments) {
        try {
            Path said = Files.createTempFile(Files.createDirectories(Path.of("target")), "process-", ".log");
            said.toFile().deleteOnExit();
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    classPath(),
                    "-Dupturn.postgres-binaries=" + Path.of("target/postgres").toAbsolutePath(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx1g"));
            command.addAll(options);
            command.add("org.upturn.server.Upturn");
            command.addAll(arguments);
            command.addAll(List.of("--data", data.toString()));
            return new UpturnProcess(data, said, start(command, said));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Process start(List<String> command, Path said) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    /** Ours without the tests, or their beans would become part of the program. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until pages are served. */
    public UpturnProcess awaitReady() {
        await().alias("Upturn is ready")
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive() || READY.matcher(said()).find());
        assertThat(process.isAlive()).as(said()).isTrue();
        return this;
    }

    /** Where the pages are. */
    public String url() {
        Matcher ready = READY.matcher(said());
        assertThat(ready.find()).as(said()).isTrue();
        return ready.group(1);
    }

    /** What it has written to its console so far. */
    public String said() {
        try {
            return Files.readString(said);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Waits for the end; returns the exit code. */
    public int awaitEnd() throws InterruptedException {
        boolean ended = process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as(said()).isTrue();
        return process.exitValue();
    }

    /** {@code kill}: a polite request to stop. */
    public void stop() {
        process.destroy();
    }

    /** {@code kill -9}: gone without a last word; its PostgreSQL lives on. */
    public void kill() {
        process.destroyForcibly();
        await().atMost(LONGEST_START).pollInterval(Duration.ofMillis(5)).until(() -> !process.isAlive());
    }

    private static boolean isPostgres(ProcessHandle one) {
        return one.info().command().orElse("").endsWith("/postgres");
    }

    /** The PostgreSQL of the data folder, while it runs. */
    public Optional<ProcessHandle> postgres() {
        try {
            Path pid = data.resolve("postgres/data/postmaster.pid");
            if (Files.notExists(pid)) {
                return Optional.empty();
            }
            return Files.readAllLines(pid).stream()
                    .limit(1)
                    .map(line -> Long.parseLong(line.strip()))
                    .flatMap(number -> ProcessHandle.of(number).stream())
                    .filter(ProcessHandle::isAlive)
                    .filter(UpturnProcess::isPostgres)
                    .findFirst();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** {@code kill -9} of the program and of every process of its PostgreSQL. */
    public void killAll() {
        List<ProcessHandle> database = postgres().stream()
                .flatMap(main -> Stream.concat(Stream.of(main), main.descendants()))
                .toList();
        kill();
        database.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        killAll();
        await().atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> postgres().isEmpty());
    }
}
