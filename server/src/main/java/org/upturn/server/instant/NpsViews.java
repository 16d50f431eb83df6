package org.upturn.server.instant;

import java.util.ArrayList;
import java.util.List;
import org.upturn.server.instant.ReportView.BandView;
import org.upturn.server.instant.ReportView.GroupView;
import org.upturn.server.instant.ReportView.NpsView;
import org.upturn.server.instant.ReportView.TickView;
import org.upturn.server.kernel.Band;
import org.upturn.server.kernel.Group;
import org.upturn.server.kernel.NetPromoterScore;

/** Puts the head of the page into words and lengths. */
final class NpsViews {
    /** Where one band ends and the next begins (S1-06, S1-07, decision 1). */
    private static final int[] EDGES = {-100, -50, -20, 0, 20, 50, 70, 100};

    private final Wording wording;

    NpsViews(Wording wording) {
        this.wording = wording;
    }

    NpsView of(NetPromoterScore nps) {
        Band band = Band.of(nps.value());
        String low = Figures.points(nps.low());
        String high = Figures.points(nps.high());
        return new NpsView(
                Figures.points(nps.value()),
                wording.of("nps.interval", low, high),
                wording.of("nps.answers", Figures.count(nps.answers())),
                wording.of("band." + band.word()),
                wording.of("nps.scale", Figures.points(nps.value()), low, high),
                Figures.onLine(nps),
                bands(band),
                ticks(),
                List.of(
                        group(Group.DETRACTOR, nps.detractors(), nps),
                        group(Group.PASSIVE, nps.passives(), nps),
                        group(Group.PROMOTER, nps.promoters(), nps)),
                wording.of(
                        "group.bar",
                        Figures.count(nps.detractors()),
                        Figures.count(nps.passives()),
                        Figures.count(nps.promoters())));
    }

    private GroupView group(Group group, long count, NetPromoterScore nps) {
        double share = (double) count / nps.answers();
        String key = "group." + group.word();
        return new GroupView(
                group.word(),
                wording.of(key),
                wording.of(key + ".scores"),
                Figures.count(count),
                Figures.percent(share),
                Figures.length(share));
    }

    private static List<BandView> bands(Band current) {
        List<BandView> bands = new ArrayList<>();
        for (Band band : Band.values()) {
            int i = band.ordinal();
            bands.add(new BandView(Figures.length((EDGES[i + 1] - EDGES[i]) / 200.0), band == current));
        }
        return bands;
    }

    private static List<TickView> ticks() {
        List<TickView> ticks = new ArrayList<>();
        for (int edge : EDGES) {
            ticks.add(new TickView(Figures.length((edge + 100) / 200.0), Figures.points(edge)));
        }
        return ticks;
    }
}
