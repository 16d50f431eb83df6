package org.upturn.server.insights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.upturn.server.changes.Change;
import org.upturn.server.surveys.Wave;

/**
 * Where waves, and what was changed between them, stand from left to right in a drawing {@value #WIDTH} units wide.
 *
 * @param waves the earliest first
 */
public record WaveAxis(List<Wave> waves) {
    public static final int WIDTH = 760;
    private static final int LEFT = 84;
    private static final int RIGHT = 64;

    /** A change between two waves. */
    public record Mark(Change change, double x) {}

    public double x(int index) {
        return waves.size() == 1 ? WIDTH / 2.0 : LEFT + (double) index / (waves.size() - 1) * (WIDTH - LEFT - RIGHT);
    }

    /** A change stands between the waves before and after it, in proportion to the time between; others are left out. */
    public List<Mark> marks(List<Change> changes) {
        var marks = new ArrayList<Mark>();
        for (Change change : changes) {
            for (int i = 0; i + 1 < waves.size(); i++) {
                Instant from = waves.get(i).opensAt();
                Instant to = waves.get(i + 1).opensAt();
                if (!change.madeAt().isBefore(from) && change.madeAt().isBefore(to)) {
                    double part = (double) (change.madeAt().toEpochMilli() - from.toEpochMilli())
                            / (to.toEpochMilli() - from.toEpochMilli());
                    marks.add(new Mark(change, x(i) + part * (x(i + 1) - x(i))));
                }
            }
        }
        return marks;
    }
}
