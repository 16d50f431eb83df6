package org.upturn.server.conventions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The source files of the server. */
final class Sources {
    static final Path JAVA = Path.of("src/main/java");
    static final Path TEMPLATES = Path.of("src/main/jte");
    static final Path RESOURCES = Path.of("src/main/resources");

    private Sources() {}

    static List<Path> java() {
        return files(JAVA, file -> file.toString().endsWith(".java"));
    }

    static List<Path> templates() {
        return files(TEMPLATES, file -> file.toString().endsWith(".jte"));
    }

    static List<Path> migrations() {
        return files(RESOURCES.resolve("db/migration"), file -> file.toString().endsWith(".sql"));
    }

    static List<Path> files(Path folder, Predicate<Path> wanted) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(wanted).sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Java without its comments, so that prose about a rule does not break it. */
    static String code(Path file) {
        return read(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
    }
}
