package org.upturn.server.cases.web;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.routing.Absence;
import org.upturn.server.cases.routing.WorkingHours;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Page;
import org.upturn.server.workspaces.Role;

/** Who works when and who is on leave, as the page shows it. @param zone of the workspace */
public record DutyView(List<Member> team, List<Absence> absences, Map<MemberId, WorkingHours> hours, ZoneId zone) {
    public WorkingHours hours(Member member) {
        return hours.getOrDefault(member.id(), WorkingHours.usual(zone));
    }

    public boolean isTold(Member member) {
        return hours.containsKey(member.id());
    }

    public boolean mayChange(Page page, Member member) {
        return page.may(Role.MANAGER) || member.id().equals(page.member().id());
    }

    public String name(@Nullable MemberId member) {
        return team.stream()
                .filter(one -> one.id().equals(member))
                .map(Member::name)
                .findFirst()
                .orElse("");
    }

    public List<DayOfWeek> days() {
        return List.of(DayOfWeek.values());
    }
}
