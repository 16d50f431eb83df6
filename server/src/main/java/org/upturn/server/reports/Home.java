package org.upturn.server.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.changes.Change;
import org.upturn.server.insights.Recovery;
import org.upturn.server.insights.SegmentFigures;
import org.upturn.server.insights.ThemeFigures;
import org.upturn.server.insights.WaveFigures;
import org.upturn.server.kernel.Band;
import org.upturn.server.surveys.Program;
import org.upturn.server.verbatims.Waiting;

/**
 * All that the home page shows of one program.
 *
 * @param latest the latest wave that somebody answered; null while nobody has
 * @param before the answered wave before that; null for the first
 * @param recovery what became of the detractors of {@code before}; null for the first wave
 * @param unassigned open cases that are nobody's for more than 24 hours
 * @param requests what waits for a decision that the member may take
 * @param mine open cases of the member, in all programs
 * @param waiting what is still to be read
 */
public record Home(
        List<Program> programs,
        Program program,
        TrendChart chart,
        @Nullable WaveFigures latest,
        @Nullable WaveFigures before,
        @Nullable Recovery recovery,
        List<ThemeFigures> themes,
        List<SegmentFigures> segments,
        List<Change> changes,
        long unassigned,
        long requests,
        long mine,
        Waiting waiting,
        long contacts) {
    public Band band() {
        return Band.of(latest == null ? 0 : latest.nps().value());
    }

    /** Points gained or lost since the wave before, unrounded. */
    public double gain() {
        return latest == null || before == null
                ? Double.NaN
                : latest.nps().value() - before.nps().value();
    }

    /**
     * Whether the two waves could well be the same: 0 lies in the 95 % interval of their difference, taken as two
     * independent samples (Var = p + d − (p − d)²; mission/field.md, "Significance").
     */
    public boolean indistinguishable() {
        if (latest == null || before == null) {
            return true;
        }
        double one = (latest.nps().high() - latest.nps().low()) / 2;
        double other = (before.nps().high() - before.nps().low()) / 2;
        return Math.abs(gain()) < Math.hypot(one, other);
    }
}
