package org.upturn.server.instant;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import org.upturn.engine.Model;
import org.upturn.server.kernel.UsageException;

/** What {@code --model} names. */
public final class ModelOption {
    private static final Set<String> SHIPPED = Set.of("minilm", "bge", "static");

    private ModelOption() {}

    /** @throws UsageException when it is neither the name of a model that travels with the program nor a folder */
    public static Model of(String value) {
        if (!SHIPPED.contains(value) && !isFolder(value)) {
            throw new UsageException("console.model", value);
        }
        return Model.of(value);
    }

    private static boolean isFolder(String value) {
        try {
            return Files.isDirectory(Path.of(value));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
