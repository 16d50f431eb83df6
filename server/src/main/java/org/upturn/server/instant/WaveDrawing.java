package org.upturn.server.instant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.upturn.server.instant.ReportView.ShareView;
import org.upturn.server.instant.ReportView.WavesView;
import org.upturn.server.kernel.NetPromoterScore;

/** Draws NPS wave by wave on 1000 by 240: −100 at the bottom, 100 at the top. */
final class WaveDrawing {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 240;

    private WaveDrawing() {}

    /** Null unless there are two waves to compare. */
    static @Nullable WavesView of(History history, Wording wording) {
        List<NetPromoterScore> scores = history.waves().stream()
                .map(wave -> Findings.nps(history, each -> each.answer().wave().equals(wave)))
                .toList();
        if (scores.size() < 2) {
            return null;
        }
        List<String> low = points(scores, NetPromoterScore::low);
        List<String> band = new ArrayList<>(points(scores, NetPromoterScore::high));
        band.addAll(low.reversed());
        String first = history.waves().getFirst();
        String last = history.waves().getLast();
        return new WavesView(
                wording.of("waves.chart", first, last),
                String.join(" ", points(scores, NetPromoterScore::value)),
                String.join(" ", band),
                y(0),
                first,
                last,
                rows(history.waves(), scores).reversed());
    }

    private static List<ShareView> rows(List<String> names, List<NetPromoterScore> scores) {
        List<ShareView> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            rows.add(row(names.get(i), scores.get(i)));
        }
        return rows;
    }

    static ShareView row(String name, NetPromoterScore nps) {
        return new ShareView(
                name,
                Figures.points(nps.value()),
                Figures.points(nps.low()) + " … " + Figures.points(nps.high()),
                Figures.count(nps.answers()),
                Figures.onLine(nps));
    }

    private static List<String> points(List<NetPromoterScore> scores, ToDoubleFunction<NetPromoterScore> what) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            double x = WIDTH * i / (scores.size() - 1);
            points.add(String.format(Locale.ROOT, "%.1f,%s", x, y(what.applyAsDouble(scores.get(i)))));
        }
        return points;
    }

    private static String y(double nps) {
        return String.format(Locale.ROOT, "%.1f", HEIGHT * (100 - nps) / 200);
    }
}
