package org.upturn.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps one section for each benchmark in RESULTS.md. */
final class Results {
    private static final Path FILE = Path.of("benchmarks/RESULTS.md");
    private static final String HEAD =
            "# Results\n\nWritten by `bin/bench NAME --save`, one section each; what they mean: README.md.\n";

    private Results() {}

    static void save(Benchmark benchmark, Machine machine, List<String> lines, String last) throws Exception {
        String section = """

                ## %s

                * %s
                * %s, commit %s, `bin/bench %s --save`
                * %s

                ```
                %s
                %s
                ```
                """.formatted(
                        benchmark.name(),
                        benchmark.about(),
                        LocalDate.now(ZoneOffset.UTC),
                        commit(),
                        benchmark.name(),
                        machine,
                        String.join("\n", lines),
                        last);
        String known = Files.exists(FILE) ? Files.readString(FILE) : HEAD;
        Files.writeString(FILE, replaced(known, benchmark.name(), section));
    }

    private static String replaced(String known, String name, String section) {
        Matcher old =
                Pattern.compile("(?s)\\n## " + name + "\\n.*?(?=\\n## |\\z)").matcher(known);
        return old.find() ? old.replaceFirst(Matcher.quoteReplacement(section)) : known + section;
    }

    /** The commit measured; a plus says that files differed from it. */
    private static String commit() throws IOException, InterruptedException {
        String id = git("rev-parse", "--short=10", "HEAD");
        return git("status", "--porcelain", "engine/src/main", "server/src/main", "bin")
                        .isEmpty()
                ? id
                : id + "+";
    }

    private static String git(String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? output : "unknown";
    }
}
