package org.upturn.server.insights.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.upturn.server.changes.Change;
import org.upturn.server.insights.Share;
import org.upturn.server.insights.ThemeWave;
import org.upturn.server.insights.WaveAxis;

/**
 * How many name a theme over waves, as a drawing: their share among detractors with its 95 % interval, their share among
 * all answers, and a mark where something was changed for it. Coordinates are in the drawing's own units,
 * {@value #WIDTH} wide and {@value #HEIGHT} high.
 *
 * @param axis shares of 0…1 with a grid line
 */
public record ThemeChart(
        List<Point> points,
        List<WaveAxis.Mark> marks,
        List<WaveAxis.Label> labels,
        List<Line> axis,
        String detractorsPath,
        String answersPath) {
    public static final int WIDTH = WaveAxis.WIDTH;
    public static final int HEIGHT = 260;
    private static final int TOP = 34;
    private static final int BOTTOM = 34;

    /** So many waves can carry their name and figure; of more, some stay bare. */
    private static final int MOST_LABELS = 8;

    /** Nearer than this two figures would cover each other. */
    private static final int LINE_OF_TEXT = 24;

    /**
     * One wave.
     *
     * @param x from the left
     * @param detractors where the share among detractors lies; the end of its interval above and below
     * @param answers where the share among all answers lies
     * @param labelled whether its name and figures are written
     * @param close whether both shares lie so near that only one figure has room
     */
    public record Point(
            ThemeWave figures,
            double x,
            double detractors,
            double low,
            double high,
            double answers,
            boolean labelled,
            boolean close) {
        public boolean hasDetractors() {
            return figures.detractors().whole() > 0;
        }
    }

    /** A grid line. */
    public record Line(double share, double y) {}

    /** The drawing of the waves that somebody answered. */
    public static ThemeChart of(List<ThemeWave> waves, List<Change> changes) {
        var across = new WaveAxis(waves.stream().map(ThemeWave::wave).toList());
        var scale = Scale.of(waves);
        int step = (waves.size() + MOST_LABELS - 1) / MOST_LABELS;
        var points = new ArrayList<Point>();
        for (int i = 0; i < waves.size(); i++) {
            Share detractors = waves.get(i).detractors();
            double low = scale.y(detractors.value());
            double all = scale.y(waves.get(i).answers().value());
            points.add(new Point(
                    waves.get(i),
                    across.x(i),
                    low,
                    scale.y(detractors.low()),
                    scale.y(detractors.high()),
                    all,
                    (waves.size() - 1 - i) % step == 0,
                    Math.abs(low - all) < LINE_OF_TEXT));
        }
        return new ThemeChart(
                points,
                across.marks(changes),
                across.labels(),
                scale.axis(),
                path(points.stream().filter(Point::hasDetractors).toList(), Point::detractors),
                path(points, Point::answers));
    }

    /** @param highest a quarter, a half, three quarters or all */
    private record Scale(double highest) {
        static Scale of(List<ThemeWave> waves) {
            double most = waves.stream()
                    .flatMap(one -> java.util.stream.Stream.of(
                            one.detractors().high(), one.answers().value()))
                    .filter(share -> !share.isNaN())
                    .max(Double::compare)
                    .orElse(1.0);
            return new Scale(Math.clamp(Math.ceil(most * 4) / 4, 0.25, 1));
        }

        double y(double share) {
            return TOP + (highest - share) / highest * (HEIGHT - TOP - BOTTOM);
        }

        List<Line> axis() {
            var lines = new ArrayList<Line>();
            for (double share = 0; share <= highest; share += highest > 0.5 ? 0.25 : highest / 2) {
                lines.add(new Line(share, y(share)));
            }
            return lines;
        }
    }

    private static String path(List<Point> points, Function<Point, Double> y) {
        var path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(String.format(Locale.ROOT, "%.1f %.1f", point.x(), y.apply(point)));
        }
        return path.toString();
    }
}
