package org.upturn.server.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** Gives the server an empty data folder below {@code target}, and takes away those that earlier runs have left. */
final class FreshDataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            for (Path old : left(target)) {
                FileSystemUtils.deleteRecursively(old);
            }
            String folder = Files.createTempDirectory(target, "data-").toString();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("fresh data folder", Map.of("upturn.data", folder)));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static List<Path> left(Path target) throws IOException {
        try (var files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().startsWith("data-"))
                    .filter(file -> Files.notExists(file.resolve("postgres/data/postmaster.pid")))
                    .toList();
        }
    }
}
