package org.upturn.server.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upturn.server.kernel.WorkspaceId;

/**
 * What the verbatims of programs mean, kept in memory: loaded when first asked for, then kept up with the readings that
 * came since, those of other nodes too. The programs asked for last stay, up to {@value #MOST_KEPT} verbatims together,
 * some 400 bytes each; of a larger program the {@value #MOST_OF_A_PROGRAM} read last.
 */
@Component
class Meanings {
    private static final int MOST_OF_A_PROGRAM = 250_000;
    private static final int MOST_KEPT = 500_000;

    private final JdbcClient jdbc;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, ProgramMeanings> kept = new LinkedHashMap<>(16, 0.75f, true);

    private record Key(WorkspaceId workspace, UUID program) {}

    Meanings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A verbatim that means nearly the same.
     *
     * @param likeness cosine of both meanings, −1…1
     */
    record Neighbour(UUID response, double likeness) {}

    /** The nearest to this response, the nearest first, without itself; none when its own meaning is not known. */
    List<Neighbour> nearest(WorkspaceId workspace, UUID program, UUID response, int most) {
        var meanings = of(new Key(workspace, program));
        meanings.bringUpToDate(jdbc, workspace, program, MOST_OF_A_PROGRAM);
        letGo();
        return meanings.nearest(response, most);
    }

    private ProgramMeanings of(Key key) {
        lock.lock();
        try {
            return kept.computeIfAbsent(key, absent -> new ProgramMeanings());
        } finally {
            lock.unlock();
        }
    }

    /** Forgets the programs that nobody asked for longest; the one asked for now stays. */
    private void letGo() {
        lock.lock();
        try {
            long all = kept.values().stream().mapToLong(ProgramMeanings::size).sum();
            var eldest = kept.entrySet().iterator();
            for (int left = kept.size(); all > MOST_KEPT && left > 1; left--) {
                all -= eldest.next().getValue().size();
                eldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }
}
