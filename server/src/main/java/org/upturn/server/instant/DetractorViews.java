package org.upturn.server.instant;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.upturn.engine.Theme;
import org.upturn.server.instant.ReportView.DetractorView;

/** Puts the people to talk to into words. */
final class DetractorViews {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final Findings findings;
    private final Wording wording;
    private final ZoneId zone;

    DetractorViews(Findings findings, Wording wording, ZoneId zone) {
        this.findings = findings;
        this.wording = wording;
        this.zone = zone;
    }

    List<DetractorView> all() {
        return findings.detractors().stream().map(this::view).toList();
    }

    private DetractorView view(Detractor detractor) {
        Answer answer = detractor.answer();
        Integer previous = detractor.judged().previousScore();
        String score = String.valueOf(answer.score().value());
        String subtype = detractor.judged().subtype().word();
        return new DetractorView(
                name(answer, wording),
                detail(answer),
                score,
                previous == null ? score : wording.of("detractor.fall", previous, score),
                subtype,
                wording.of("subtype." + subtype),
                detractor.reading().silent(),
                Quotations.of(answer.verbatim(), detractor.themes(), ""),
                detractor.themes().stream()
                        .map(coding -> findings.codebook()
                                .theme(coding.theme())
                                .map(Theme::name)
                                .orElse(coding.theme()))
                        .toList(),
                detractor.judged().earlier().stream()
                        .findFirst()
                        .map(Answer::verbatim)
                        .orElse(""));
    }

    /** The name, else the contact's id, else the row. */
    static String name(Answer answer, Wording wording) {
        if (!answer.name().isEmpty()) {
            return answer.name();
        }
        return answer.contact() == null
                ? wording.of("detractor.anonymous", String.valueOf(answer.row()))
                : answer.contact();
    }

    private String detail(Answer answer) {
        String contact = answer.name().isEmpty() || answer.contact() == null ? "" : answer.contact();
        String when = answer.when() == null ? "" : answer.when().atZone(zone).format(DAY);
        return String.join(
                " · ",
                Stream.of(contact, answer.wave(), when)
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
