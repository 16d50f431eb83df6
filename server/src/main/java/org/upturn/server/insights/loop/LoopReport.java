package org.upturn.server.insights.loop;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.upturn.server.cases.Outcome;
import org.upturn.server.insights.LoopFigures;
import org.upturn.server.insights.Share;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;

/**
 * The loop of some detractors.
 *
 * @param waves the same figures wave by wave, the earliest first; waves without detractors are among them
 * @param became what became of them; every one is in exactly one
 * @param promoters of those who answered again, how many are promoters now: contacted before that, against not (S3-17)
 * @param recovered the same for no longer being a detractor
 */
public record LoopReport(
        LoopFigures figures,
        List<OfWave> waves,
        List<Step> steps,
        Map<Became, Long> became,
        Difference promoters,
        Difference recovered) {
    /** The figures of one wave. */
    public record OfWave(Wave wave, LoopFigures figures) {}

    public static LoopReport of(List<Wave> waves, List<LoopCase> cases) {
        Map<WaveId, List<LoopCase>> byWave = new LinkedHashMap<>();
        waves.forEach(wave -> byWave.put(wave.id(), new ArrayList<>()));
        cases.forEach(one ->
                byWave.computeIfAbsent(one.wave(), unknown -> new ArrayList<>()).add(one));
        return new LoopReport(
                figures(cases),
                waves.stream()
                        .map(wave -> new OfWave(wave, figures(byWave.get(wave.id()))))
                        .toList(),
                Step.of(cases),
                became(cases),
                difference(cases, LoopCase::isPromoterNext),
                difference(cases, one -> one.became() == Became.RECOVERED));
    }

    public long became(Became one) {
        return became.getOrDefault(one, 0L);
    }

    public Share becameShare(Became one) {
        return new Share(became(one), figures.detractors());
    }

    public long answeredAgain() {
        return figures.detractors() - became(Became.SILENT) - became(Became.NOT_ASKED);
    }

    private static LoopFigures figures(List<LoopCase> cases) {
        return new LoopFigures(
                cases.size(),
                count(cases, one -> one.outcome() == Outcome.RESOLVED),
                count(cases, one -> one.outcome() == Outcome.NO_CONTACT_POSSIBLE),
                count(cases, LoopCase::inTime),
                count(cases, one -> one.outcome() == null));
    }

    private static Map<Became, Long> became(List<LoopCase> cases) {
        var counts = new EnumMap<Became, Long>(Became.class);
        for (Became one : Became.values()) {
            counts.put(one, 0L);
        }
        cases.forEach(one -> counts.merge(one.became(), 1L, Long::sum));
        return counts;
    }

    private static Difference difference(List<LoopCase> cases, Predicate<LoopCase> good) {
        List<LoopCase> again = cases.stream().filter(one -> one.next() != null).toList();
        return new Difference(
                share(again, LoopCase::contactedBeforeNext, good),
                share(again, one -> !one.contactedBeforeNext(), good));
    }

    private static Share share(List<LoopCase> cases, Predicate<LoopCase> of, Predicate<LoopCase> good) {
        return new Share(count(cases, of.and(good)), count(cases, of));
    }

    private static long count(List<LoopCase> cases, Predicate<LoopCase> which) {
        return cases.stream().filter(which).count();
    }
}
