package org.upturn.server.instant;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.Subtype;
import org.upturn.server.kernel.Band;
import org.upturn.server.kernel.NetPromoterScore;
import org.upturn.server.sheets.Columns;
import org.upturn.server.sheets.Role;
import org.upturn.server.sheets.Sheet;

/** What the terminal shows: short, aligned, plain letters only, because terminals differ. */
final class Summary {
    private static final int THEMES = 5;

    private final PrintStream out;

    Summary(PrintStream out) {
        this.out = out;
    }

    void columns(Path file, Sheet sheet, Columns columns) {
        line(
                "%n  %s   %s, %s, %d columns%n",
                file.getFileName(),
                sheet.format().charset(),
                sheet.format().separatorName(),
                sheet.columns().size());
        for (Role role : List.of(Role.SCORE, Role.VERBATIM, Role.CONTACT, Role.DATE, Role.WAVE)) {
            line("    %-9s %s", role.word(), columns.name(role).orElse("-"));
        }
        for (Role role : List.of(Role.EMAIL, Role.NAME, Role.PREVIOUS)) {
            columns.name(role).ifPresent(name -> line("    %-9s %s", role.word(), name));
        }
        if (!columns.segments().isEmpty()) {
            line(
                    "    %-9s %s",
                    "segment",
                    String.join(
                            ", ",
                            columns.segments().stream()
                                    .map(columns.names()::get)
                                    .toList()));
        }
        line("    Not so? Say --map score=COLUMN,verbatim=COLUMN,contact=COLUMN%n");
    }

    void findings(Findings findings, Path rejectedFile, @Nullable Path target) {
        Imported imported = findings.imported();
        line(
                "  %,d rows, %,d imported, %,d rejected%s",
                imported.rows(),
                imported.answers().size(),
                imported.rejections().size(),
                imported.rejections().isEmpty() ? "" : " -> " + rejectedFile);
        if (findings.history().edits() > 0) {
            line(
                    "  %,d earlier answers of the same person in the same wave were replaced by the later one",
                    findings.history().edits());
        }
        imported.notes().forEach(note -> line("  Note: %s", note.replace('–', '-')));
        nps(findings.nps());
        line(
                "  %,d detractors by their latest answer: %,d converted, %,d chronic, %,d new; %,d silent%n",
                findings.detractors().size(),
                findings.count(Subtype.CONVERTED),
                findings.count(Subtype.CHRONIC),
                findings.count(Subtype.NEW),
                findings.silent());
        themes(findings);
        if (target != null) {
            line("  -> %s", target);
        }
    }

    private void nps(NetPromoterScore nps) {
        if (nps.isEmpty()) {
            line("%n  No answer could be imported, so there is no NPS.%n");
            return;
        }
        line(
                "%n  NPS %+.1f   between %+.0f and %+.0f with 95 %% confidence, %s",
                nps.value(), nps.low(), nps.high(), Band.of(nps.value()).word());
        line("  %,d promoters, %,d passives, %,d detractors%n", nps.promoters(), nps.passives(), nps.detractors());
    }

    private void themes(Findings findings) {
        for (ThemeFinding finding : findings.themes().stream().limit(THEMES).toList()) {
            String impact =
                    finding.impact() == null ? "" : String.format(Locale.ROOT, "%+6.1f points", finding.impact());
            line(
                    "    %3.0f %%  %-40s %s",
                    100 * finding.share(), finding.theme().name(), impact);
        }
        if (!findings.themes().isEmpty()) {
            line("");
        }
    }

    private void line(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }
}
