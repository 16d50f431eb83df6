package org.upturn.server.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.upturn.server.installation.DataFolder;
import org.upturn.server.kernel.Problem;

/** The files of imports that are not over, each whole or not at all; only the installation's owner may read them. */
@Component
class ImportFiles {
    /** Some four million answers. */
    static final long LARGEST = 1L << 30;

    private final Path folder;

    ImportFiles(DataFolder data) {
        folder = data.path().resolve("imports");
    }

    Path of(UUID id) {
        return folder.resolve(id.toString());
    }

    boolean has(UUID id) {
        return Files.exists(of(id));
    }

    void keep(UUID id, InputStream content) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Path part = folder.resolve(id + ".part");
            try (OutputStream out = Files.newOutputStream(part)) {
                copy(content, out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(part);
                throw e;
            }
            if (Files.size(part) == 0) {
                Files.delete(part);
                throw Problem.invalid("file", "problem.import.empty");
            }
            Files.move(part, of(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(InputStream content, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            all += read;
            if (all > LARGEST) {
                throw Problem.of(Problem.Code.TOO_LARGE, "problem.history.large");
            }
            out.write(buffer, 0, read);
        }
    }

    void forget(UUID id) {
        try {
            Files.deleteIfExists(of(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
