package org.upturn.server.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.upturn.server.changes.Change;
import org.upturn.server.insights.WaveAxis;
import org.upturn.server.insights.WaveFigures;

/**
 * NPS over waves as a drawing: a point for each wave with its 95 % interval, and a mark where something was changed.
 * Coordinates are in the drawing's own units, {@value #WIDTH} wide and {@value #HEIGHT} high.
 *
 * @param axis values of the grid lines
 * @param zero where 0 lies
 */
public record TrendChart(
        List<Point> points,
        List<WaveAxis.Mark> marks,
        List<WaveAxis.Label> labels,
        List<Line> axis,
        double zero,
        String path) {
    public static final int WIDTH = WaveAxis.WIDTH;
    public static final int HEIGHT = 260;
    private static final int TOP = 30;
    private static final int BOTTOM = 34;

    /** One wave. */
    public record Point(WaveFigures figures, double x, double y, double low, double high) {}

    /** A grid line. */
    public record Line(int value, double y) {}

    /** The drawing of the waves that somebody answered. */
    public static TrendChart of(List<WaveFigures> waves, List<Change> changes) {
        List<WaveFigures> answered =
                waves.stream().filter(one -> !one.nps().isEmpty()).toList();
        if (answered.isEmpty()) {
            return new TrendChart(List.of(), List.of(), List.of(), List.of(), 0, "");
        }
        int lowest = floor(
                answered.stream().mapToDouble(one -> one.nps().low()).min().orElse(0));
        int highest = ceiling(
                answered.stream().mapToDouble(one -> one.nps().high()).max().orElse(0));
        var scale = new Scale(Math.min(lowest, 0), Math.max(highest, 0));
        var axis = new WaveAxis(answered.stream().map(WaveFigures::wave).toList());
        var points = new ArrayList<Point>();
        for (int i = 0; i < answered.size(); i++) {
            var nps = answered.get(i).nps();
            points.add(new Point(
                    answered.get(i), axis.x(i), scale.y(nps.value()), scale.y(nps.low()), scale.y(nps.high())));
        }
        return new TrendChart(points, axis.marks(changes), axis.labels(), scale.axis(), scale.y(0), path(points));
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
