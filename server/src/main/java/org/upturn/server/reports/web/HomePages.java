package org.upturn.server.reports.web;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.cases.Assignments;
import org.upturn.server.cases.Case;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.authority.CaseActions;
import org.upturn.server.cases.web.CaseRows;
import org.upturn.server.changes.Change;
import org.upturn.server.changes.Changes;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.insights.Insights;
import org.upturn.server.insights.WaveFigures;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.reports.Home;
import org.upturn.server.reports.TrendChart;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;
import org.upturn.templates.Templates;

/** The first page: where we stand, who waits for us, what to change. */
@Controller
class HomePages {
    private static final int THEMES = 6;
    private static final int URGENT = 5;

    private final Surveys surveys;
    private final Insights insights;
    private final Changes changes;
    private final Cases cases;
    private final Assignments assignments;
    private final CaseActions actions;
    private final CaseRows rows;
    private final Readings readings;
    private final Contacts contacts;
    private final Templates templates;
    private final Clock clock;

    HomePages(
            Surveys surveys,
            Insights insights,
            Changes changes,
            Cases cases,
            Assignments assignments,
            CaseActions actions,
            CaseRows rows,
            Readings readings,
            Contacts contacts,
            Templates templates,
            Clock clock) {
        this.surveys = surveys;
        this.insights = insights;
        this.changes = changes;
        this.cases = cases;
        this.assignments = assignments;
        this.actions = actions;
        this.rows = rows;
        this.readings = readings;
        this.contacts = contacts;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/")
    JteModel home(Page page, Member member, @RequestParam(required = false) @Nullable UUID program) {
        List<Program> programs = surveys.programs(member.workspace());
        if (programs.isEmpty()) {
            return templates.reportsStart(page);
        }
        Program chosen = surveys.chosen(member.workspace(), program).orElseThrow();
        Home home = home(member, programs, chosen);
        List<Case> urgent = cases.list(
                        member.workspace(), Cases.Filter.open(chosen.id()), Cases.Order.URGENCY, null, URGENT)
                .items();
        return templates.reportsHome(page, home, rows.of(member.workspace(), urgent), clock.instant());
    }

    private Home home(Member member, List<Program> programs, Program chosen) {
        WorkspaceId workspace = member.workspace();
        List<WaveFigures> waves = rounds(insights.waves(workspace, chosen.id()));
        List<WaveFigures> answered =
                waves.stream().filter(one -> !one.nps().isEmpty()).toList();
        List<Change> made = changes.list(workspace, chosen.id());
        WaveFigures latest = answered.isEmpty() ? null : answered.getLast();
        WaveFigures before = answered.size() < 2 ? null : answered.get(answered.size() - 2);
        return new Home(
                programs,
                chosen,
                TrendChart.of(waves, made),
                latest,
                before,
                before == null
                        ? null
                        : insights.recovery(
                                workspace, before.wave().id(), latest.wave().id()),
                latest == null
                        ? List.of()
                        : insights.themes(workspace, chosen.id(), latest.wave().id()).stream()
                                .limit(THEMES)
                                .toList(),
                latest == null
                        ? List.of()
                        : insights.segments(workspace, latest.wave().id()),
                made,
                cases.unassigned(workspace, chosen.id()),
                actions.waitingFor(member).size(),
                assignments.open(member),
                readings.waiting(workspace),
                contacts.count(workspace));
    }

    /** Rounds of asking, of which one can be held against the next; a program that only ever asks single people has those. */
    private static List<WaveFigures> rounds(List<WaveFigures> waves) {
        List<WaveFigures> rounds =
                waves.stream().filter(one -> !one.wave().rolling()).toList();
        return rounds.isEmpty() ? waves : rounds;
    }
}
