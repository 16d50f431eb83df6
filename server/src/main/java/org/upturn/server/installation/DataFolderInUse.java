package org.upturn.server.installation;

import java.nio.file.Path;

/** Another program uses the data folder; two would write over each other. */
public final class DataFolderInUse extends IllegalStateException {
    DataFolderInUse(Path folder) {
        super("Another Upturn already uses the data folder " + folder
                + ". Stop it first, or choose another folder by --data.");
    }
}
