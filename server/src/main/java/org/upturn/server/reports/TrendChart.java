package org.upturn.server.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.upturn.server.changes.Change;
import org.upturn.server.insights.WaveFigures;

/**
 * NPS over waves as a drawing: a point for each wave with its 95 % interval, and a mark where something was changed.
 * Coordinates are in the drawing's own units, {@value #WIDTH} wide and {@value #HEIGHT} high.
 *
 * @param axis values of the grid lines
 * @param zero where 0 lies
 */
public record TrendChart(List<Point> points, List<Mark> marks, List<Line> axis, double zero, String path) {
    public static final int WIDTH = 760;
    public static final int HEIGHT = 260;
    private static final int LEFT = 44;
    private static final int RIGHT = 24;
    private static final int TOP = 30;
    private static final int BOTTOM = 34;

    /** One wave. */
    public record Point(WaveFigures figures, double x, double y, double low, double high) {}

    /** A change between two waves. */
    public record Mark(Change change, double x) {}

    /** A grid line. */
    public record Line(int value, double y) {}

    /** The drawing of the waves that somebody answered. */
    public static TrendChart of(List<WaveFigures> waves, List<Change> changes) {
        List<WaveFigures> answered =
                waves.stream().filter(one -> !one.nps().isEmpty()).toList();
        if (answered.isEmpty()) {
            return new TrendChart(List.of(), List.of(), List.of(), 0, "");
        }
        int lowest = floor(
                answered.stream().mapToDouble(one -> one.nps().low()).min().orElse(0));
        int highest = ceiling(
                answered.stream().mapToDouble(one -> one.nps().high()).max().orElse(0));
        var scale = new Scale(Math.min(lowest, 0), Math.max(highest, 0));
        var points = new ArrayList<Point>();
        for (int i = 0; i < answered.size(); i++) {
            var nps = answered.get(i).nps();
            points.add(new Point(
                    answered.get(i),
                    x(i, answered.size()),
                    scale.y(nps.value()),
                    scale.y(nps.low()),
                    scale.y(nps.high())));
        }
        return new TrendChart(points, marks(points, changes), scale.axis(), scale.y(0), path(points));
    }

    private record Scale(int lowest, int highest) {
        double y(double value) {
            return TOP + (highest - value) / (highest - lowest) * (HEIGHT - TOP - BOTTOM);
        }

        List<Line> axis() {
            int step = highest - lowest > 120 ? 50 : 25;
            var lines = new ArrayList<Line>();
            for (int value = lowest; value <= highest; value += 5) {
                if (value % step == 0) {
                    lines.add(new Line(value, y(value)));
                }
            }
            return lines;
        }
    }

    private static double x(int index, int count) {
        return count == 1 ? WIDTH / 2.0 : LEFT + 40 + (double) index / (count - 1) * (WIDTH - LEFT - RIGHT - 80);
    }

    /** A change stands between the waves before and after it, in proportion to the time between. */
    private static List<Mark> marks(List<Point> points, List<Change> changes) {
        var marks = new ArrayList<Mark>();
        for (Change change : changes) {
            for (int i = 0; i + 1 < points.size(); i++) {
                Instant from = points.get(i).figures().wave().opensAt();
                Instant to = points.get(i + 1).figures().wave().opensAt();
                if (!change.madeAt().isBefore(from) && change.madeAt().isBefore(to)) {
                    double part = (double) (change.madeAt().toEpochMilli() - from.toEpochMilli())
                            / (to.toEpochMilli() - from.toEpochMilli());
                    marks.add(new Mark(
                            change,
                            points.get(i).x()
                                    + part
                                            * (points.get(i + 1).x()
                                                    - points.get(i).x())));
                }
            }
        }
        return marks;
    }

    private static String path(List<Point> points) {
        var path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(String.format(Locale.ROOT, "%.1f %.1f", point.x(), point.y()));
        }
        return path.toString();
    }

    private static int floor(double value) {
        return (int) Math.floor(value / 25) * 25;
    }

    private static int ceiling(double value) {
        return (int) Math.ceil(value / 25) * 25;
    }
}
