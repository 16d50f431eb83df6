package org.upturn.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where and under which load a run began. */
record Machine(int cores, String processor, long memoryGigabytes, String fileSystem, String load) {
    static Machine now() throws IOException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                valueOf("/proc/cpuinfo", "model name"),
                Math.round(Long.parseLong(valueOf("/proc/meminfo", "MemTotal").split(" ")[0]) / 1048576.0),
                Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")))
                        .type(),
                loadNow());
    }

    /** Load averages over 1, 5 and 15 minutes. */
    static String loadNow() throws IOException {
        return String.join(
                " ",
                java.util.Arrays.copyOf(
                        Files.readString(Path.of("/proc/loadavg")).split(" "), 3));
    }

    private static String valueOf(String file, String key) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }

    @Override
    public String toString() {
        return "%d cores, %s, %d GB, data on %s; load average at the start %s"
                .formatted(cores, processor, memoryGigabytes, fileSystem, load);
    }
}
