package org.upturn.server.instant;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.UsageException;
import org.upturn.server.sheets.Role;

/**
 * What {@code upturn read} was asked to do.
 *
 * @param roles columns named by hand
 * @param segments columns to split by, named by hand; empty to let the file be looked at
 * @param wave {@code quarter}, {@code month}, {@code year}, a column, or null
 * @param out where the result goes, or null for the usual place
 */
record ReadOptions(
        Path file,
        Map<Role, String> roles,
        List<String> segments,
        @Nullable String wave,
        @Nullable Path codebook,
        @Nullable Path out,
        boolean json) {
    /** The name of the file without its ending, from which the names of what is written are made. */
    String stem() {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The page, or null when JSON goes to standard output. */
    @Nullable
    Path target() {
        return out != null || json ? out : Path.of(stem() + ".report.html");
    }

    /** Where refused rows go: beside the result. */
    Path rejectedFile() {
        Path target = target();
        Path beside = target == null ? null : target.toAbsolutePath().getParent();
        String name = stem() + ".rejected.csv";
        return beside == null || (out == null) ? Path.of(name) : beside.resolve(name);
    }

    static ReadOptions parse(String[] args) {
        Builder builder = new Builder();
        for (int i = 0; i < args.length; i++) {
            String argument = args[i];
            if (!argument.startsWith("--")) {
                builder.file(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            if (equals > 0) {
                builder.option(argument.substring(0, equals), argument.substring(equals + 1));
            } else if (i + 1 < args.length) {
                builder.option(argument, args[++i]);
            } else {
                builder.option(argument, "");
            }
        }
        return builder.build();
    }

    private static final class Builder {
        private final Map<Role, String> roles = new EnumMap<>(Role.class);
        private final List<String> segments = new ArrayList<>();
        private @Nullable Path file;
        private @Nullable String wave;
        private @Nullable Path codebook;
        private @Nullable Path out;
        private @Nullable String format;

        void file(String argument) {
            if (file != null) {
                throw new UsageException("console.read.oneFile", file, argument);
            }
            file = Path.of(argument);
        }

        void option(String name, String value) {
            switch (name) {
                case "--map", "--wave", "--codebook", "--out", "--format" -> needValue(name, value);
                default -> throw new UsageException("console.option", name);
            }
            switch (name) {
                case "--map" -> List.of(value.split(",")).forEach(this::map);
                case "--wave" -> wave = value;
                case "--codebook" -> codebook = existing(Path.of(value));
                case "--out" -> out = Path.of(value);
                default -> format = format(value);
            }
        }

        private static void needValue(String name, String value) {
            if (value.isBlank()) {
                throw new UsageException("console.value", name);
            }
        }

        private static String format(String value) {
            if (!value.equals("html") && !value.equals("json")) {
                throw new UsageException("console.read.format", value);
            }
            return value;
        }

        private void map(String pair) {
            int equals = pair.indexOf('=');
            String word = equals < 0 ? pair.strip() : pair.substring(0, equals).strip();
            if (equals < 0 || equals == pair.length() - 1) {
                throw new UsageException("console.read.map", pair);
            }
            String column = pair.substring(equals + 1);
            if (word.equalsIgnoreCase("segment")) {
                segments.add(column);
            } else {
                roles.put(Role.find(word).orElseThrow(() -> new UsageException("console.read.role", word)), column);
            }
        }

        private static Path existing(Path path) {
            if (!Files.isRegularFile(path)) {
                throw new UsageException("console.read.file", path);
            }
            return path;
        }

        ReadOptions build() {
            if (file == null) {
                throw new UsageException("console.read.which");
            }
            existing(file);
            if (out != null
                    && out.toAbsolutePath()
                            .normalize()
                            .equals(file.toAbsolutePath().normalize())) {
                throw new UsageException("console.read.out");
            }
            boolean json = format == null ? out != null && out.toString().endsWith(".json") : format.equals("json");
            return new ReadOptions(file, roles, segments, wave, codebook, out, json);
        }
    }
}
