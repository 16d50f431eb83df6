package org.upturn.server.instant;

import java.util.List;
import org.upturn.engine.Coding;
import org.upturn.server.instant.ReportView.QuoteView;
import org.upturn.server.instant.ReportView.ThemeView;

/** Puts themes into words, each with the two quotations that name it most surely. */
final class ThemeViews {
    private static final int QUOTATIONS = 2;

    private final Findings findings;
    private final Wording wording;

    ThemeViews(Findings findings, Wording wording) {
        this.findings = findings;
        this.wording = wording;
    }

    ThemeView of(ThemeFinding finding) {
        String theme = finding.theme().id();
        List<QuoteView> quotes = finding.who().stream()
                .limit(QUOTATIONS)
                .map(detractor -> quote(detractor, theme))
                .toList();
        return new ThemeView(
                finding.theme().name(),
                wording.of("themes.share", Figures.percent(finding.share())),
                wording.of(
                        "themes.count",
                        Figures.count(finding.who().size()),
                        Figures.count(findings.detractors().size())),
                Figures.length(finding.share()),
                finding.impact() == null ? "" : wording.of("themes.impact", Figures.signed(finding.impact())),
                quotes);
    }

    private QuoteView quote(Detractor detractor, String theme) {
        List<Coding> evidence = detractor.themes().stream()
                .filter(coding -> coding.theme().equals(theme))
                .toList();
        String who = wording.of(
                "quote.who",
                DetractorViews.name(detractor.answer(), wording),
                detractor.answer().score().value());
        return Quotations.of(detractor.answer().verbatim(), evidence, who);
    }
}
