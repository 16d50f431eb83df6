package org.upturn.server.verbatims;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import org.upturn.engine.discovery.Discovery;
import org.upturn.engine.discovery.Entry;
import org.upturn.engine.discovery.Group;
import org.upturn.server.verbatims.reader.LoadedReader;

/**
 * Groups texts that say much the same, behind arrivals. It works in the fork-join pool of the task that calls it. Whatever
 * is known already of what the texts mean is to be used here.
 */
@Component
public class VerbatimGroups {
    private final LoadedReader reader;

    VerbatimGroups(LoadedReader reader) {
        this.reader = reader;
    }

    /**
     * Groups of at least {@code min} texts, the largest first.
     *
     * @param progress is told after each text how many have been read; ends the work by throwing
     */
    public List<Group> groups(List<Entry> texts, int min, IntConsumer progress) {
        return reader.with(engine -> new Discovery(engine.passages()).groups(texts, min, read -> {
            progress.accept(read);
            giveWay();
        }));
    }

    private void giveWay() {
        try {
            reader.giveWay();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
