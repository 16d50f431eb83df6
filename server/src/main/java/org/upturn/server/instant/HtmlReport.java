package org.upturn.server.instant;

import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.upturn.server.cases.Subtype;
import org.upturn.server.instant.ReportView.SegmentView;
import org.upturn.server.instant.ReportView.ShareView;
import org.upturn.server.instant.ReportView.SubtypeView;
import org.upturn.server.instant.ReportView.SubtypesView;
import org.upturn.server.kernel.NetPromoterScore;
import org.upturn.server.sheets.Columns;
import org.upturn.server.sheets.Role;
import org.upturn.templates.StaticTemplates;

/** The findings as one page that needs nothing but itself: it opens without a network, prints, and asks for no script. */
final class HtmlReport {
    private static final int FULL_THEMES = 8;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    private final Wording wording = new Wording();
    private final Findings findings;
    private final Path file;
    private final Path rejectedFile;
    private final Clock clock;

    HtmlReport(Findings findings, Path file, Path rejectedFile, Clock clock) {
        this.findings = findings;
        this.file = file;
        this.rejectedFile = rejectedFile;
        this.clock = clock;
    }

    void write(OutputStream target) throws IOException {
        Utf8ByteOutput page = new Utf8ByteOutput();
        new StaticTemplates().instantReport(view(), wording, style()).render(page);
        page.writeTo(target);
    }

    private static String style() throws IOException {
        try (InputStream css = HtmlReport.class.getResourceAsStream("/instant/report.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private ReportView view() {
        ThemeViews themes = new ThemeViews(findings, wording);
        int further = Math.max(0, findings.themes().size() - FULL_THEMES);
        return new ReportView(
                file.getFileName().toString(),
                wording.of("made", file.getFileName(), ZonedDateTime.now(clock).format(WHEN)),
                findings.nps().isEmpty() ? null : new NpsViews(wording).of(findings.nps()),
                findings.imported().notes(),
                subtypes(),
                findings.themes().stream().limit(FULL_THEMES).map(themes::of).toList(),
                findings.themes().stream().skip(FULL_THEMES).map(themes::of).toList(),
                further == 1 ? wording.of("themes.one") : wording.of("themes.more", further),
                WaveDrawing.of(findings.history(), wording),
                segments(),
                new DetractorViews(findings, wording, clock.getZone()).all(),
                new MethodViews(findings, wording, rejectedFile).view());
    }

    private SubtypesView subtypes() {
        int people = findings.detractors().size();
        Columns columns = findings.imported().columns();
        boolean known = columns.has(Role.CONTACT) || columns.has(Role.EMAIL) || columns.has(Role.PREVIOUS);
        return new SubtypesView(
                people == 1 ? wording.of("subtypes.one") : wording.of("subtypes", Figures.count(people)),
                known ? wording.of("subtypes.lead") : wording.of("subtypes.noContacts"),
                List.of(
                        kind("converted", findings.count(Subtype.CONVERTED)),
                        kind("chronic", findings.count(Subtype.CHRONIC)),
                        kind("new", findings.count(Subtype.NEW)),
                        kind("silent", findings.silent())));
    }

    private SubtypeView kind(String word, long count) {
        String key = "subtype." + word;
        return new SubtypeView(
                word, wording.of(key), Figures.count(count), wording.of(key + ".meaning"), wording.of(key + ".who"));
    }

    private List<SegmentView> segments() {
        Columns columns = findings.imported().columns();
        return IntStream.range(0, columns.segments().size())
                .mapToObj(i ->
                        new SegmentView(columns.names().get(columns.segments().get(i)), values(i)))
                .filter(segment -> segment.values().size() > 1)
                .toList();
    }

    private List<ShareView> values(int segment) {
        return findings.history().answers().stream()
                .map(each -> each.answer().segments().get(segment))
                .filter(value -> !value.isEmpty())
                .distinct()
                .map(value -> new Share(
                        value,
                        Findings.nps(
                                findings.history(),
                                each -> each.answer().segments().get(segment).equals(value))))
                .sorted((one, other) ->
                        Double.compare(one.nps().value(), other.nps().value()))
                .map(share -> WaveDrawing.row(share.name(), share.nps()))
                .toList();
    }

    private record Share(String name, NetPromoterScore nps) {}
}
