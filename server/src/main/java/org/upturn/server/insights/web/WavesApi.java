package org.upturn.server.insights.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.corrections.Basis;
import org.upturn.server.corrections.CorrectionFigures;
import org.upturn.server.insights.Insights;
import org.upturn.server.insights.LoopFigures;
import org.upturn.server.insights.SegmentFigures;
import org.upturn.server.insights.ThemeFigures;
import org.upturn.server.insights.WaveFigures;
import org.upturn.server.kernel.Band;
import org.upturn.server.kernel.NetPromoterScore;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.Occasion;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.surveys.Wave;
import org.upturn.server.surveys.WaveId;
import org.upturn.server.workspaces.Member;

/** Waves with their figures for programs. */
@RestController
@RequestMapping("/api/v1/programs/{program}/waves")
class WavesApi {
    private final Insights insights;
    private final Surveys surveys;
    private final CorrectionFigures corrections;

    WavesApi(Insights insights, Surveys surveys, CorrectionFigures corrections) {
        this.insights = insights;
        this.surveys = surveys;
        this.corrections = corrections;
    }

    /** NPS with its 95 % interval; value, low, high and band are null while nobody has answered. */
    record NpsItem(
            @Nullable Double value,
            long promoters,
            long passives,
            long detractors,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String band) {
        static NpsItem of(NetPromoterScore nps) {
            return new NpsItem(
                    number(nps.value()),
                    nps.promoters(),
                    nps.passives(),
                    nps.detractors(),
                    number(nps.low()),
                    number(nps.high()),
                    nps.isEmpty() ? null : Band.of(nps.value()).word());
        }
    }

    /** @param resolutionRate 0…1; null without detractors */
    record WaveItem(
            UUID id,
            String name,
            Instant opensAt,
            Instant closesAt,
            UUID survey,
            Occasion occasion,
            boolean rolling,
            NpsItem nps,
            long detractors,
            @Nullable Double resolutionRate,
            long resolved,
            long noContactPossible,
            long contactedInTime,
            long open) {
        static WaveItem of(Wave wave, NetPromoterScore nps, LoopFigures loop) {
            return new WaveItem(
                    wave.id().value(),
                    wave.name(),
                    wave.opensAt(),
                    wave.closesAt(),
                    wave.survey(),
                    wave.occasion(),
                    wave.rolling(),
                    NpsItem.of(nps),
                    loop.detractors(),
                    number(loop.resolutionRate()),
                    loop.resolved(),
                    loop.noContactPossible(),
                    loop.contactedInTime(),
                    loop.open());
        }

        static WaveItem of(WaveFigures figures) {
            return of(figures.wave(), figures.nps(), figures.loop());
        }
    }

    record ThemeItem(
            String theme,
            String name,
            @Nullable String gap,
            long detractors,
            @Nullable Double share,
            @Nullable Double impact,
            NpsItem nps) {
        static ThemeItem of(ThemeFigures one) {
            return new ThemeItem(
                    one.theme(),
                    one.name(),
                    one.gap(),
                    one.detractors(),
                    number(one.share()),
                    number(one.impact()),
                    NpsItem.of(one.naming()));
        }
    }

    record Themes(List<ThemeItem> items) {}

    record SegmentItem(String attribute, String value, NpsItem nps) {
        static SegmentItem of(SegmentFigures one) {
            return new SegmentItem(one.attribute(), one.value(), NpsItem.of(one.nps()));
        }
    }

    record Segments(List<SegmentItem> items) {}

    @GetMapping
    Slice<WaveItem> list(
            Member member, @PathVariable UUID program, @RequestParam(defaultValue = "corrected") String basis) {
        var known = surveys.program(member.workspace(), new ProgramId(program));
        Basis counted = Basis.of(basis);
        return new Slice<>(insights.waves(member.workspace(), known.id()), null).map(one -> item(member, one, counted));
    }

    /** Groups, and so NPS, as first answered or as corrected; the loop is about who is a detractor now. */
    private WaveItem item(Member member, WaveFigures one, Basis basis) {
        return basis == Basis.CORRECTED
                ? WaveItem.of(one)
                : WaveItem.of(
                        one.wave(),
                        corrections.ofWave(member.workspace(), one.wave().id()).nps(basis),
                        one.loop());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    WaveItem open(Member member, @PathVariable UUID program, @RequestBody Surveys.NewWave told) {
        Wave wave = surveys.open(member, new ProgramId(program), told);
        return WaveItem.of(wave, NetPromoterScore.NONE, LoopFigures.NONE);
    }

    @GetMapping("/{wave}")
    WaveItem find(
            Member member,
            @PathVariable UUID program,
            @PathVariable UUID wave,
            @RequestParam(defaultValue = "corrected") String basis) {
        Wave known = wave(member, program, wave);
        Basis counted = Basis.of(basis);
        return insights.waves(member.workspace(), known.program()).stream()
                .filter(one -> one.wave().id().equals(known.id()))
                .map(one -> item(member, one, counted))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("problem.unknown.wave"));
    }

    /** Changes what may still be changed. */
    @PutMapping("/{wave}")
    WaveItem change(
            Member member, @PathVariable UUID program, @PathVariable UUID wave, @RequestBody Surveys.NewWave told) {
        surveys.change(member, wave(member, program, wave).id(), told);
        return find(member, program, wave, Basis.CORRECTED.word());
    }

    @GetMapping("/{wave}/themes")
    Themes themes(Member member, @PathVariable UUID program, @PathVariable UUID wave) {
        Wave known = wave(member, program, wave);
        return new Themes(insights.themes(member.workspace(), known.program(), known.id()).stream()
                .map(ThemeItem::of)
                .toList());
    }

    @GetMapping("/{wave}/segments")
    Segments segments(Member member, @PathVariable UUID program, @PathVariable UUID wave) {
        Wave known = wave(member, program, wave);
        return new Segments(insights.segments(member.workspace(), known.id()).stream()
                .map(SegmentItem::of)
                .toList());
    }

    /** A wave of another program is not found under this one. */
    private Wave wave(Member member, UUID program, UUID id) {
        Wave known = surveys.wave(member.workspace(), new WaveId(id));
        if (!known.program().value().equals(program)) {
            throw Problem.notFound("problem.unknown.wave");
        }
        return known;
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
