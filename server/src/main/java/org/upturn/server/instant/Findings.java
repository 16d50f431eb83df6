package org.upturn.server.instant;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Codebook;
import org.upturn.engine.Theme;
import org.upturn.server.cases.Subtype;
import org.upturn.server.kernel.NetPromoterScore;
import org.upturn.server.kernel.Score;

/**
 * All that the instant report says, before it is put into words.
 *
 * @param nps over every answer that counts, see {@link History}
 * @param detractors people whose latest answer is 0–6, the most urgent first
 * @param themes those that detractors name, the most named first
 */
record Findings(
        Imported imported,
        History history,
        Codebook codebook,
        NetPromoterScore nps,
        List<Detractor> detractors,
        List<ThemeFinding> themes) {

    static Findings of(Imported imported, History history, Codebook codebook, Readings readings) {
        NetPromoterScore nps = nps(history, each -> true);
        List<Detractor> detractors = history.answers().stream()
                .filter(Judged::isCurrentDetractor)
                .map(each -> new Detractor(each, readings.of(each.answer().verbatim())))
                .sorted(Detractor.URGENCY)
                .toList();
        Map<String, NetPromoterScore> naming = new HashMap<>();
        for (Judged each : history.answers()) {
            Score score = each.answer().score();
            Codings.eachOnce(readings.of(each.answer().verbatim()))
                    .forEach(coding ->
                            naming.merge(coding.theme(), NetPromoterScore.NONE.plus(score), NetPromoterScore::plus));
        }
        List<ThemeFinding> themes = codebook.themes().stream()
                .map(theme -> finding(theme, detractors, impact(nps, naming.get(theme.id()))))
                .filter(finding -> !finding.who().isEmpty())
                .sorted(Comparator.<ThemeFinding>comparingInt(
                                finding -> -finding.who().size())
                        .thenComparing(finding -> finding.theme().id()))
                .toList();
        return new Findings(imported, history, codebook, nps, detractors, themes);
    }

    private static ThemeFinding finding(Theme theme, List<Detractor> detractors, @Nullable Double impact) {
        List<Detractor> who = detractors.stream()
                .filter(detractor -> detractor.names(theme.id()))
                .sorted(Comparator.comparingDouble(detractor -> -detractor.probability(theme.id())))
                .toList();
        return new ThemeFinding(theme, who, detractors.isEmpty() ? 0 : (double) who.size() / detractors.size(), impact);
    }

    /**
     * What a theme adds to the NPS: the NPS less the NPS of the answers that do not name it, in points. The same as
     * n<sub>t</sub> · (NPS<sub>t</sub> − NPS) ∕ (N − n<sub>t</sub>), the "impact on NPS" of the field; an association, not
     * a cause.
     */
    static @Nullable Double impact(NetPromoterScore all, @Nullable NetPromoterScore naming) {
        if (naming == null) {
            return 0.0;
        }
        NetPromoterScore others = all.minus(naming);
        return others.isEmpty() ? null : all.value() - others.value();
    }

    static NetPromoterScore nps(History history, Predicate<Judged> which) {
        NetPromoterScore nps = NetPromoterScore.NONE;
        for (Judged each : history.answers()) {
            nps = which.test(each) ? nps.plus(each.answer().score()) : nps;
        }
        return nps;
    }

    long count(Subtype subtype) {
        return detractors.stream()
                .filter(detractor -> detractor.judged().subtype() == subtype)
                .count();
    }

    long silent() {
        return detractors.stream()
                .filter(detractor -> detractor.reading().silent())
                .count();
    }
}
