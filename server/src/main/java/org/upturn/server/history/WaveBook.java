package org.upturn.server.history;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.PastWaves;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;

/** The waves of a program by name while a file comes in; one that is not there is made, and noted as made. */
final class WaveBook {
    /** A column with more values than that does not tell waves. */
    static final int MOST = 500;

    private final WorkspaceId workspace;
    private final PastImport file;
    private final PastWaves waves;
    private final ImportRowRepository rows;
    private final Clock clock;
    private final Map<String, WaveId> known = new TreeMap<>();

    WaveBook(WorkspaceId workspace, PastImport file, PastWaves waves, ImportRowRepository rows, Clock clock) {
        this.workspace = workspace;
        this.file = file;
        this.waves = waves;
        this.rows = rows;
        this.clock = clock;
    }

    /** Empty-handed refusal when the file names too many. */
    WaveId of(WaveRule.Named named, Instant answered) throws AnswerRows.Refused {
        WaveId found = known.get(named.name());
        if (found != null) {
            return found;
        }
        if (known.size() >= MOST) {
            throw new AnswerRows.Refused(PastColumn.WAVE, new Message("problem.history.wave.many", MOST));
        }
        WaveId wave = waves.find(workspace, file.program(), named.name())
                .map(Wave::id)
                .orElseGet(() -> make(named, answered));
        known.put(named.name(), wave);
        return wave;
    }

    private WaveId make(WaveRule.Named named, Instant answered) {
        boolean stretched = named.opens() == null || named.closes() == null;
        Instant opens = stretched ? answered : named.opens();
        Instant closes = stretched ? answered.plus(Duration.ofSeconds(1)) : named.closes();
        Instant now = clock.instant();
        // Nobody answers in it any more, also when its month is not over.
        Instant end = closes.isAfter(now) && now.isAfter(opens) ? now : closes;
        WaveId made =
                waves.make(workspace, file.program(), named.name(), opens, end).id();
        rows.made(workspace, file.id(), made, stretched);
        return made;
    }
}
