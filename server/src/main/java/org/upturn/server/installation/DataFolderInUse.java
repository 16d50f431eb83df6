package org.upturn.server.installation;

import java.nio.file.Path;
import org.upturn.server.kernel.Message;

/** Another program uses the data folder; two would write over each other. */
public final class DataFolderInUse extends IllegalStateException {
    DataFolderInUse(Path folder) {
        super(new Message("console.serve.folderInUse", folder).english());
    }
}
