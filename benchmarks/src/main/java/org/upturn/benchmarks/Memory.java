package org.upturn.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.upturn.engine.Codebook;
import org.upturn.engine.Reader;
import org.upturn.engine.Verbatim;

/** What the engine alone holds: a process of its own, with a heap of {@value #HEAP} MB, reads real texts. */
final class Memory {
    private static final int HEAP = 256;
    private static final int TEXTS = 2_000;

    private Memory() {}

    /** The most that was resident, in MB, heap and its garbage included. */
    static long peakMegabytes() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-Xmx" + HEAP + "m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Memory.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The engine did not fit into a heap of " + HEAP + " MB");
        }
        return Long.parseLong(said.strip());
    }

    public static void main(String[] none) throws IOException {
        List<String> texts = RealTexts.of("telecom-nps.csv", TEXTS);
        Codebook codebook = Codebook.starter("company");
        try (Reader reader = Reader.load()) {
            texts.forEach(text -> reader.read(codebook, Verbatim.of(text)));
        }
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .forEach(System.out::println);
    }
}
