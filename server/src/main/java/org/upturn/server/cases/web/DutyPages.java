package org.upturn.server.cases.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upturn.server.cases.routing.Rosters;
import org.upturn.server.cases.routing.WorkingHours;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Redirect;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.Templates;

/** Who works when and who is on leave. */
@Controller
class DutyPages {
    private final Rosters rosters;
    private final Workspaces workspaces;
    private final Templates templates;

    DutyPages(Rosters rosters, Workspaces workspaces, Templates templates) {
        this.rosters = rosters;
        this.workspaces = workspaces;
        this.templates = templates;
    }

    @GetMapping("/duty")
    JteModel show(Page page, Member member) {
        return page(page, member, null);
    }

    @PostMapping("/duty/leave")
    Object leave(
            Page page,
            Member member,
            @RequestParam UUID who,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(defaultValue = "") String last,
            @RequestParam(defaultValue = "") String cover,
            HttpServletResponse response) {
        return tried(page, member, response, () -> {
            MemberId stands = cover.isEmpty() ? null : new MemberId(UUID.fromString(cover));
            return rosters.leave(member, new MemberId(who), day("first", first), day("last", last), stands);
        });
    }

    @PostMapping("/duty/leave/{id}/removal")
    ResponseEntity<Void> takeBack(Member member, @PathVariable UUID id) {
        rosters.takeBack(member, id);
        return Redirect.to("/duty");
    }

    @PostMapping("/duty/hours")
    Object hours(
            Page page,
            Member member,
            @RequestParam UUID who,
            @RequestParam(required = false) @Nullable List<Integer> days,
            @RequestParam(defaultValue = "") String starts,
            @RequestParam(defaultValue = "") String ends,
            @RequestParam(defaultValue = "") String zone,
            HttpServletResponse response) {
        return tried(page, member, response, () -> {
            rosters.keep(
                    member,
                    new MemberId(who),
                    new WorkingHours(
                            days == null
                                    ? java.util.Set.of()
                                    : days.stream()
                                            .filter(one -> one >= 1 && one <= 7)
                                            .map(DayOfWeek::of)
                                            .collect(Collectors.toSet()),
                            time("starts", starts),
                            time("ends", ends),
                            zone(zone)));
            return who;
        });
    }

    private Object tried(Page page, Member member, HttpServletResponse response, Supplier<UUID> work) {
        try {
            work.get();
            return Redirect.to("/duty");
        } catch (Problem problem) {
            response.setStatus(problem.code().status());
            return page(page, member, problem);
        }
    }

    private static LocalDate day(String field, String told) {
        return DutyApi.parsed(field, "problem.leave.day", () -> LocalDate.parse(told));
    }

    private static LocalTime time(String field, String told) {
        return DutyApi.parsed(field, "problem.hours.time", () -> LocalTime.parse(told));
    }

    private static ZoneId zone(String told) {
        return DutyApi.parsed("zone", "problem.hours.zone", () -> ZoneId.of(told));
    }

    private JteModel page(Page page, Member member, @Nullable Problem problem) {
        var view = new DutyView(
                workspaces.members(member.workspace()),
                rosters.absences(member.workspace()),
                rosters.hours(member.workspace()),
                workspaces.find(member.workspace()).timeZone());
        return templates.casesDuty(page, view, problem);
    }
}
