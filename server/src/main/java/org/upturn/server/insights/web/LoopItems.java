package org.upturn.server.insights.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.Subtype;
import org.upturn.server.insights.LoopFigures;
import org.upturn.server.insights.Share;
import org.upturn.server.insights.loop.Became;
import org.upturn.server.insights.loop.Costs;
import org.upturn.server.insights.loop.Difference;
import org.upturn.server.insights.loop.LoopLook;
import org.upturn.server.insights.loop.LoopPerson;
import org.upturn.server.insights.loop.LoopReport;
import org.upturn.server.insights.loop.Step;
import org.upturn.server.insights.loop.Times;
import org.upturn.server.kernel.Problem;

/** The loop's figures as the API tells them; null stands for no number. */
final class LoopItems {
    private LoopItems() {}

    static @Nullable Subtype subtype(String word) {
        try {
            return word.isEmpty() ? null : Subtype.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("subtype", "problem.subtype");
        }
    }

    record Figures(
            long detractors,
            @Nullable Double resolutionRate,
            long resolved,
            long noContactPossible,
            long contactedInTime,
            long open) {
        static Figures of(LoopFigures one) {
            return new Figures(
                    one.detractors(),
                    number(one.resolutionRate()),
                    one.resolved(),
                    one.noContactPossible(),
                    one.contactedInTime(),
                    one.open());
        }
    }

    record OfWave(UUID wave, String name, Figures figures) {
        static OfWave of(LoopReport.OfWave one) {
            return new OfWave(one.wave().id().value(), one.wave().name(), Figures.of(one.figures()));
        }
    }

    record TimesItem(
            long reached,
            long waiting,
            long never,
            @Nullable Long median,
            @Nullable Long half) {
        static TimesItem of(Times one) {
            return new TimesItem(one.reached(), one.waiting(), one.never(), seconds(one.median()), seconds(one.half()));
        }
    }

    record StepItem(String step, TimesItem fromStepBefore, TimesItem fromAnswer) {
        static StepItem of(Step one) {
            return new StepItem(one.leg().word(), TimesItem.of(one.own()), TimesItem.of(one.whole()));
        }
    }

    record ShareItem(
            long part,
            long whole,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high) {
        static ShareItem of(Share one) {
            return new ShareItem(one.part(), one.whole(), number(one.value()), number(one.low()), number(one.high()));
        }
    }

    record DifferenceItem(
            ShareItem contacted,
            ShareItem notContacted,
            @Nullable Double difference,
            @Nullable Double low,
            @Nullable Double high) {
        static DifferenceItem of(Difference one) {
            return new DifferenceItem(
                    ShareItem.of(one.one()),
                    ShareItem.of(one.other()),
                    number(one.value()),
                    number(one.low()),
                    number(one.high()));
        }
    }

    record CostLine(String of, long uses, long cases, long recovered, BigDecimal total) {
        static CostLine of(Costs.Line one) {
            return new CostLine(one.of(), one.uses(), one.cases(), one.recovered(), one.total());
        }
    }

    record CostItem(
            @Nullable String currency,
            BigDecimal total,
            long recovered,
            @Nullable BigDecimal perRecovered,
            List<CostLine> byAction,
            List<CostLine> byBecame,
            List<CostLine> byOutcome) {
        static CostItem of(Costs one, @Nullable String currency) {
            return new CostItem(
                    currency,
                    one.total(),
                    one.recovered(),
                    one.perRecovered(),
                    one.byAction().stream().map(CostLine::of).toList(),
                    one.byBecame().stream().map(CostLine::of).toList(),
                    one.byOutcome().stream().map(CostLine::of).toList());
        }
    }

    record Loop(
            Instant asOf,
            Figures figures,
            List<OfWave> waves,
            List<StepItem> steps,
            Map<String, Long> became,
            DifferenceItem promoters,
            DifferenceItem recovered,
            CostItem costs) {
        static Loop of(LoopLook look, @Nullable String currency) {
            LoopReport one = look.report();
            var became = new LinkedHashMap<String, Long>();
            for (Became each : Became.values()) {
                became.put(each.word(), one.became(each));
            }
            return new Loop(
                    look.at(),
                    Figures.of(one.figures()),
                    one.waves().stream().map(OfWave::of).toList(),
                    one.steps().stream().map(StepItem::of).toList(),
                    became,
                    DifferenceItem.of(one.promoters()),
                    DifferenceItem.of(one.recovered()),
                    CostItem.of(look.costs(), currency));
        }
    }

    record PersonItem(
            UUID id,
            String name,
            String externalId,
            UUID wave,
            String subtype,
            @Nullable String owner,
            Instant answeredAt,
            int score,
            @Nullable Integer nextScore,
            String became,
            Map<String, Integer> secondsTo,
            boolean contactedInTime,
            @Nullable String outcome,
            BigDecimal cost) {
        static PersonItem of(LoopPerson one) {
            var seconds = new LinkedHashMap<String, Integer>();
            one.item().after().forEach((leg, after) -> seconds.put(leg.word(), after));
            return new PersonItem(
                    one.item().id(),
                    one.name(),
                    one.externalId(),
                    one.item().wave().value(),
                    one.subtype().word(),
                    one.owner(),
                    one.answeredAt(),
                    one.item().score().value(),
                    one.item().next() == null ? null : one.item().next().value(),
                    one.item().became().word(),
                    seconds,
                    one.item().inTime(),
                    one.item().outcome() == null ? null : one.item().outcome().word(),
                    one.cost());
        }
    }

    private static @Nullable Long seconds(@Nullable Duration length) {
        return length == null ? null : length.toSeconds();
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
