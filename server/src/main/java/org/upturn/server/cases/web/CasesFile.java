package org.upturn.server.cases.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.authority.CaseActions;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Slice;
import org.upturn.server.sheets.CsvFile;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.ThemeFound;
import org.upturn.server.workspaces.Downloads;
import org.upturn.server.workspaces.Member;

/** A view of the inbox as a table: a row never without its words and the score before (S4-11). */
@RestController
class CasesFile {
    private static final int AT_A_TIME = 500;
    private static final List<String> HEAD = List.of(
            "name",
            "external id",
            "account",
            "wave",
            "score",
            "score before",
            "verbatim",
            "themes",
            "subtype",
            "silent",
            "priority",
            "status",
            "owner",
            "answered at",
            "contact by",
            "contacted at",
            "outcome",
            "closed at",
            "cost");

    private final Cases cases;
    private final CaseRows rows;
    private final CaseActions actions;
    private final Surveys surveys;
    private final Downloads downloads;

    CasesFile(Cases cases, CaseRows rows, CaseActions actions, Surveys surveys, Downloads downloads) {
        this.cases = cases;
        this.rows = rows;
        this.actions = actions;
        this.surveys = surveys;
        this.downloads = downloads;
    }

    @GetMapping("/cases.csv")
    ResponseEntity<StreamingResponseBody> download(
            Member member,
            @RequestParam(required = false) @Nullable UUID program,
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(defaultValue = "") String subtype,
            @RequestParam(defaultValue = "") String attention,
            @RequestParam(defaultValue = "false") boolean mine) {
        var chosen = surveys.chosen(member.workspace(), program)
                .orElseThrow(() -> Problem.notFound("problem.unknown.program"));
        Cases.Filter filter = new InboxChoice(status, subtype, attention, mine).filter(member, chosen.id());
        return downloads.csv(member, "cases", null, HEAD, file -> write(member, filter, file));
    }

    private void write(Member member, Cases.Filter filter, CsvFile file) {
        UUID after = null;
        do {
            Slice<Case> slice = cases.list(member.workspace(), filter, Cases.Order.URGENCY, after, AT_A_TIME);
            Map<CaseId, BigDecimal> costs = actions.costs(
                    member.workspace(), slice.items().stream().map(Case::id).toList());
            rows.of(member.workspace(), slice.items())
                    .forEach(row -> file.add(cells(row, costs.get(row.item().id()))));
            after = slice.next();
        } while (after != null);
    }

    private static List<String> cells(CaseRow row, @Nullable BigDecimal cost) {
        Case item = row.item();
        return List.of(
                row.contact().name(),
                row.contact().externalId(),
                text(row.contact().account()),
                row.wave(),
                String.valueOf(item.score().value()),
                item.previousScore() == null
                        ? ""
                        : String.valueOf(item.previousScore().value()),
                row.response().verbatim(),
                row.themes().stream().map(ThemeFound::name).collect(Collectors.joining("; ")),
                item.subtype().word(),
                String.valueOf(item.silent()),
                String.valueOf(item.priority()),
                item.status(),
                text(row.owner()),
                item.openedAt().toString(),
                item.clocks().contactBy().toString(),
                text(item.contactedAt()),
                item.outcome() == null ? "" : item.outcome().word(),
                text(item.closedAt()),
                cost == null ? "" : cost.toPlainString());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
