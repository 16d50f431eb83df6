package org.upturn.server.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;

/** The one folder in which an installation keeps everything. Copy it while stopped, and you have a backup. */
public record DataFolder(Path path) {
    /** The folder, made when it is not there. */
    public static DataFolder of(Path path) {
        try {
            return new DataFolder(Files.createDirectories(path.toAbsolutePath().normalize()));
        } catch (IOException problem) {
            throw new UncheckedIOException(
                    "The data folder " + path + " cannot be made: choose another by --data", problem);
        }
    }

    /** The place for files of the moment: uploads on their way in, work files. Only its owner may look into it. */
    public Path workFiles() {
        Path place = path.resolve("tmp");
        try {
            return Files.exists(place)
                    ? place
                    : Files.createDirectory(
                            place, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException problem) {
            throw new UncheckedIOException("The folder " + place + " cannot be made", problem);
        }
    }

    /** Takes away what a killed program has left there, for it may hold people's data. */
    void emptyWorkFiles() throws IOException {
        try (var files = Files.list(workFiles())) {
            for (Path file : files.toList()) {
                deleteAll(file);
            }
        }
    }

    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A random secret of 256 bits kept in a file that only its owner may read, made at the first call. */
    public String secret(String name) {
        Path file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[32];
                new SecureRandom().nextBytes(random);
                writePrivately(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file).strip();
        } catch (IOException problem) {
            throw new UncheckedIOException("The file " + file + " cannot be read or made", problem);
        }
    }

    /** Writes a file that only its owner may read (mode 600), whole or not at all, in the place of an older one. */
    public void writePrivately(Path file, String content) throws IOException {
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path part = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".part", onlyOwner);
        Files.writeString(part, content, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
