package org.upturn.server.installation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A private PostgreSQL server in the data folder that outlives the program: after a {@code kill -9} the next start
 * finds it still running and joins it again, or lets it recover.
 *
 * <p>Writes reach the disk before they are acknowledged (fsync stays on); it listens on loopback only and asks for a
 * password that lies in a file which only its owner may read.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final String USER = "upturn";
    /** SQLSTATE of a server that starts, recovers or shuts down. */
    private static final String CANNOT_CONNECT_NOW = "57P03";

    private static final long LONGEST_RECOVERY_SECONDS = 600;
    private static final int LONGEST_END_SECONDS = 10;

    private final Path binaries;
    private final Path data;
    private final Path log;
    private final String password;
    private final FileLock lock;
    private final int port;
    private final boolean joined;

    /**
     * Starts or joins the server of this folder.
     *
     * @param folder the installation's folder; the server lies in {@code postgres/} below it
     * @param binaries where PostgreSQL is or will be unpacked; below the folder when null
     * @param settings of postgresql.conf
     * @throws DataFolderInUse when another program uses the folder
     */
    public static EmbeddedPostgres start(DataFolder folder, @Nullable Path binaries, Map<String, String> settings)
            throws IOException {
        return new EmbeddedPostgres(folder, binaries, settings);
    }

    private EmbeddedPostgres(DataFolder folder, @Nullable Path shared, Map<String, String> settings)
            throws IOException {
        Path home = Files.createDirectories(folder.path().resolve("postgres"));
        lock = lock(home.resolve("lock"), folder.path());
        data = home.resolve("data");
        log = home.resolve("postgres.log");
        binaries = PostgresBinaries.under(shared == null ? home : shared);
        password = folder.secret("postgres/password");
        initialize(home);
        OptionalInt running = runningPort();
        joined = running.isPresent();
        port = joined ? running.getAsInt() : start(settings);
    }

    private static FileLock lock(Path file, Path folder) throws IOException {
        FileLock lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .tryLock();
        if (lock == null) {
            throw new DataFolderInUse(folder);
        }
        return lock;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Whether a server that a killed program had left was still running. */
    public boolean joined() {
        return joined;
    }

    @Override
    public void close() throws IOException {
        try {
            run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", "60", "stop");
        } finally {
            lock.channel().close();
        }
    }

    private int start(Map<String, String> settings) throws IOException {
        int free = freePort();
        var options = new StringJoiner(" ").add("-p " + free);
        settings.forEach((name, value) -> options.add("-c " + name + "=" + value));
        run(
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                log.toString(),
                "-w",
                "-t",
                "" + LONGEST_RECOVERY_SECONDS,
                "-o",
                options.toString(),
                "start");
        return free;
    }

    /** Made aside and then moved: whatever lies at {@link #data} is whole, even if the program was killed meanwhile. */
    private void initialize(Path home) throws IOException {
        if (Files.exists(data)) {
            return;
        }
        Path aside = Files.createTempDirectory(home, "initializing");
        run(
                "initdb",
                "-D",
                aside.toString(),
                "-U",
                USER,
                "-A",
                "scram-sha-256",
                "--pwfile",
                home.resolve("password").toString(),
                "-E",
                "UTF8",
                "--locale-provider=icu",
                "--icu-locale=und",
                "--locale=C");
        Files.move(aside, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The port of a server that a killed program has left, if it still serves this very folder; waits while it recovers. */
    private OptionalInt runningPort() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return OptionalInt.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 4) {
            return OptionalInt.empty();
        }
        long server = Long.parseLong(lines.getFirst().strip());
        if (ProcessHandle.of(server).isEmpty()) {
            return OptionalInt.empty();
        }
        int candidate = Integer.parseInt(lines.get(3).strip());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_END_SECONDS);
        while (!serves(candidate)) {
            // Killed, and not gone yet: PostgreSQL would not start beside it.
            if (ProcessHandle.of(server).isEmpty() || System.nanoTime() > end) {
                return OptionalInt.empty();
            }
            pause();
        }
        return OptionalInt.of(candidate);
    }

    private boolean serves(int candidate) throws IOException {
        String url = "jdbc:postgresql://127.0.0.1:" + candidate + "/postgres?connectTimeout=5";
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_RECOVERY_SECONDS);
        while (System.nanoTime() < end) {
            try (var connection = DriverManager.getConnection(url, USER, password);
                    var answer = connection.createStatement().executeQuery("show data_directory")) {
                return answer.next() && Path.of(answer.getString(1)).equals(data);
            } catch (SQLException problem) {
                if (!CANNOT_CONNECT_NOW.equals(problem.getSQLState())) {
                    return false;
                }
                pause();
            }
        }
        return false;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            // PostgreSQL refuses to run as uid 0; in a user namespace of its own the same files stay ours.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("upturn-postgres", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (!process.waitFor(LONGEST_RECOVERY_SECONDS + 30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(program + " failed: " + Files.readString(out) + lastWords());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } finally {
            Files.deleteIfExists(out);
        }
    }

    private String lastWords() throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        List<String> lines = Files.readAllLines(log);
        return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
