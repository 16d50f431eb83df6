package org.upturn.server.instant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.upturn.server.instant.ReportView.ColumnView;
import org.upturn.server.instant.ReportView.MethodView;
import org.upturn.server.instant.ReportView.RejectedView;
import org.upturn.server.sheets.Columns;
import org.upturn.server.sheets.Rejection;
import org.upturn.server.sheets.Role;

/** Says how the numbers came about, so that anybody can check them. */
final class MethodViews {
    private static final int REJECTED_SHOWN = 50;

    private final Findings findings;
    private final Wording wording;
    private final Path rejectedFile;

    MethodViews(Findings findings, Wording wording, Path rejectedFile) {
        this.findings = findings;
        this.wording = wording;
        this.rejectedFile = rejectedFile;
    }

    MethodView view() {
        List<Rejection> rejections = findings.imported().rejections();
        Columns columns = findings.imported().columns();
        int more = rejections.size() - REJECTED_SHOWN;
        return new MethodView(
                sentences(),
                columns(columns),
                columns.unused().isEmpty() ? "" : wording.of("method.unused", String.join(", ", columns.unused())),
                rejections.stream()
                        .limit(REJECTED_SHOWN)
                        .map(each -> new RejectedView(
                                String.valueOf(each.row()), each.column(), each.value(), each.reason()))
                        .toList(),
                wording.of("method.rejected.file", rejectedFile.getFileName()),
                more > 0 ? wording.of("method.rejected.more", Figures.count(more)) : "");
    }

    private List<String> sentences() {
        Imported imported = findings.imported();
        List<String> sentences = new ArrayList<>();
        sentences.add(wording.of(
                "method.rows",
                Figures.count(imported.rows()),
                Figures.count(imported.answers().size()),
                Figures.count(imported.rejections().size())));
        if (findings.history().edits() > 0) {
            sentences.add(
                    wording.of("method.edits", Figures.count(findings.history().edits())));
        }
        sentences.add(wording.of("method.nps"));
        sentences.add(wording.of("method.people"));
        sentences.add(wording.of(findings.history().waves().isEmpty() ? "method.noWaves" : "method.waves"));
        sentences.add(wording.of("method.themes", findings.codebook().name()));
        return sentences;
    }

    private static List<ColumnView> columns(Columns columns) {
        List<ColumnView> used = new ArrayList<>();
        for (Role role : Role.values()) {
            columns.name(role).ifPresent(name -> used.add(new ColumnView(role.word(), name)));
        }
        columns.segments()
                .forEach(index ->
                        used.add(new ColumnView("segment", columns.names().get(index))));
        return used;
    }
}
