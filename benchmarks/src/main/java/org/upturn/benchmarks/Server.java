package org.upturn.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An Upturn started by its own launcher on a free port, and ended by its process id whatever happens. */
final class Server implements AutoCloseable {
    private static final long LONGEST_START_SECONDS = 120;

    private final Path data;
    private final int port;
    private final long begunAt;
    private final Process process;
    private final Thread hook;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * Starts without waiting.
     *
     * @param command {@code demo} or {@code serve}
     * @param javaOptions flags for Java beside those of the launcher
     */
    Server(String command, Path data, String javaOptions) throws IOException {
        this.data = data;
        this.port = freePort();
        var builder = new ProcessBuilder(List.of("bin/upturn", command, "--port", "" + port, "--data", data.toString()))
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(Path.of(data + ".log").toFile()));
        builder.environment().put("UPTURN_JAVA_OPTIONS", javaOptions);
        begunAt = System.nanoTime();
        process = builder.start();
        hook = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Something that is measured on a server of its own. */
    @FunctionalInterface
    interface Measuring {
        Verdict run(Server server, Connection database) throws Exception;
    }

    /** With an empty folder, which vanishes with the server. */
    static Verdict alone(Measuring measuring) throws Exception {
        try (var folder = Folder.make();
                var server = new Server("serve", folder.data(), "")) {
            server.untilFirstPage();
            try (Connection database = server.database()) {
                return measuring.run(server, database);
            }
        }
    }

    int port() {
        return port;
    }

    long processId() {
        return process.pid();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Seconds from the start of the launcher until the sign-in page (or a way to it) is answered. */
    double untilFirstPage() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url("/sign-in")))
                .timeout(Duration.ofSeconds(20))
                .build();
        while (true) {
            try {
                int status = send(request).statusCode();
                if (status == 200 || status == 303 || status == 302) {
                    return seconds();
                }
            } catch (IOException notYet) {
                Thread.sleep(10);
            }
            checkAlive();
        }
    }

    /** Seconds until the demo says how to get in, with every verbatim of its story read. */
    double untilAllIsRead() throws IOException, InterruptedException {
        Path access = data.resolve("demo-access.json");
        while (!Files.exists(access) || !Files.readString(access).contains("http://localhost:" + port)) {
            Thread.sleep(10);
            checkAlive();
        }
        return seconds();
    }

    private double seconds() {
        return (System.nanoTime() - begunAt) / 1e9;
    }

    private void checkAlive() throws IOException {
        if (!process.isAlive() || seconds() > LONGEST_START_SECONDS) {
            throw new IOException("Upturn did not start:\n" + Files.readString(Path.of(data + ".log")));
        }
    }

    /** A connection to the server's own database. */
    Connection database() throws IOException, SQLException {
        String databasePort = Files.readAllLines(postmaster()).get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres?tcpKeepAlive=true",
                "upturn",
                Files.readString(data.resolve("postgres/password")).strip());
    }

    private Path postmaster() {
        return data.resolve("postgres/data/postmaster.pid");
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private void end() {
        try {
            process.destroy();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            endDatabase();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** A server that was killed leaves its PostgreSQL running. */
    private void endDatabase() throws IOException {
        if (Files.exists(postmaster())) {
            long left =
                    Long.parseLong(Files.readAllLines(postmaster()).getFirst().strip());
            ProcessHandle.of(left).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
