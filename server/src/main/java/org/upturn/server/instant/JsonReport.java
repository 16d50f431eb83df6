package org.upturn.server.instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.Coding;
import org.upturn.server.cases.Subtype;
import org.upturn.server.kernel.Band;
import org.upturn.server.kernel.NetPromoterScore;
import org.upturn.server.sheets.Rejection;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The findings as JSON; the shape is part of the contract. Themes go by their id in the codebook. */
record JsonReport(
        long rows,
        long imported,
        List<Rejection> rejected,
        Nps nps,
        Subtypes subtypes,
        List<Theme> themes,
        List<Person> detractors) {

    /** Values are null when nobody answered. */
    record Nps(
            @Nullable Double value,
            long promoters,
            long passives,
            long detractors,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String band) {}

    record Subtypes(@JsonProperty("new") long fresh, long converted, long chronic, long silent) {}

    record Theme(
            String theme,
            long detractors,
            double share,
            @Nullable Double impact) {}

    record Person(
            @Nullable String contact,
            int score,
            @Nullable Integer previousScore,
            String subtype,
            boolean silent,
            String verbatim,
            List<Named> themes) {}

    record Named(String theme, String evidence, double probability) {}

    static JsonReport of(Findings findings) {
        return new JsonReport(
                findings.imported().rows(),
                findings.imported().answers().size(),
                findings.imported().rejections(),
                nps(findings.nps()),
                new Subtypes(
                        findings.count(Subtype.NEW),
                        findings.count(Subtype.CONVERTED),
                        findings.count(Subtype.CHRONIC),
                        findings.silent()),
                findings.themes().stream()
                        .map(each -> new Theme(each.theme().id(), each.who().size(), each.share(), each.impact()))
                        .toList(),
                findings.detractors().stream().map(JsonReport::person).toList());
    }

    private static Nps nps(NetPromoterScore nps) {
        return nps.isEmpty()
                ? new Nps(null, 0, 0, 0, null, null, null)
                : new Nps(
                        nps.value(),
                        nps.promoters(),
                        nps.passives(),
                        nps.detractors(),
                        nps.low(),
                        nps.high(),
                        Band.of(nps.value()).word());
    }

    private static Person person(Detractor detractor) {
        Answer answer = detractor.answer();
        return new Person(
                answer.contact(),
                answer.score().value(),
                detractor.judged().previousScore(),
                detractor.judged().subtype().word(),
                detractor.reading().silent(),
                answer.verbatim(),
                detractor.themes().stream()
                        .map(coding -> named(coding, answer.verbatim()))
                        .toList());
    }

    private static Named named(Coding coding, String verbatim) {
        double rounded = Math.round(coding.probability() * 10_000) / 10_000.0;
        return new Named(coding.theme(), verbatim.substring(coding.start(), coding.end()), rounded);
    }

    void write(OutputStream target) {
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build()
                .writeValue(target, this);
    }
}
