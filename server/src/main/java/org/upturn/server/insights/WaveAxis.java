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
    private static final int LONGEST = 24;

    /** How wide a letter is at most on the whole: 13 and 22 units high, as the style sheet has them. */
    private static final double LETTER = 8;

    private static final double LETTER_ON_PHONES = 13;

    /** A change between two waves. */
    public record Mark(Change change, double x) {}

    public double x(int index) {
        return waves.size() == 1 ? WIDTH / 2.0 : LEFT + (double) index / (waves.size() - 1) * (WIDTH - LEFT - RIGHT);
    }

    /**
     * The name of a wave below the drawing.
     *
     * @param x of its middle
     * @param onPhones whether there is room for it where the drawing is small and letters are large
     */
    public record Label(String name, double x, boolean onPhones) {}

    /** Names that do not run into each other, the latest first of all. */
    public List<Label> labels() {
        var labels = new ArrayList<Label>();
        double free = WIDTH;
        double freeOnPhones = WIDTH;
        for (int i = waves.size() - 1; i >= 0; i--) {
            String name = shortened(waves.get(i).name());
            double half = name.length() * LETTER_ON_PHONES / 2;
            double x = Math.clamp(x(i), half, WIDTH - half);
            boolean onPhones = x + half <= freeOnPhones;
            if (onPhones) {
                freeOnPhones = x - half - LETTER_ON_PHONES;
            }
            half = name.length() * LETTER / 2;
            if (x + half <= free) {
                labels.add(new Label(name, x, onPhones));
                free = x - half - LETTER;
            }
        }
        return labels;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
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
