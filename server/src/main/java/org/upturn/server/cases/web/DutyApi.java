package org.upturn.server.cases.web;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.cases.routing.Absence;
import org.upturn.server.cases.routing.Rosters;
import org.upturn.server.cases.routing.WorkingHours;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Workspaces;

/** Who works when and who is on leave, for programs. */
@RestController
@RequestMapping("/api/v1")
class DutyApi {
    private final Rosters rosters;
    private final Workspaces workspaces;

    DutyApi(Rosters rosters, Workspaces workspaces) {
        this.rosters = rosters;
        this.workspaces = workspaces;
    }

    /**
     * Somebody's working hours.
     *
     * @param days such as {@code monday}, the first of the week first
     * @param told false where nobody told theirs: then these are the usual ones, and who is routed to is taken to be there
     */
    record Hours(UUID member, List<String> days, LocalTime starts, LocalTime ends, String timeZone, boolean told) {
        static Hours of(MemberId member, WorkingHours one, boolean told) {
            List<String> days = one.days().stream()
                    .sorted()
                    .map(day -> day.name().toLowerCase(Locale.ROOT))
                    .toList();
            return new Hours(
                    member.value(), days, one.starts(), one.ends(), one.zone().getId(), told);
        }
    }

    record AllHours(List<Hours> items) {}

    record NewHours(
            @Nullable List<String> days,
            @Nullable String starts,
            @Nullable String ends,
            @Nullable String timeZone) {}

    @GetMapping("/working-hours")
    AllHours hours(Member member) {
        Map<MemberId, WorkingHours> told = rosters.hours(member.workspace());
        WorkingHours usual =
                WorkingHours.usual(workspaces.find(member.workspace()).timeZone());
        return new AllHours(workspaces.members(member.workspace()).stream()
                .map(one -> Hours.of(one.id(), told.getOrDefault(one.id(), usual), told.containsKey(one.id())))
                .toList());
    }

    @PutMapping("/working-hours/{member}")
    Hours keep(Member member, @PathVariable("member") UUID who, @RequestBody NewHours told) {
        Member whose = workspaces
                .findMember(member.workspace(), new MemberId(who))
                .filter(one -> !one.left())
                .orElseThrow(() -> Problem.notFound("problem.unknown.member"));
        var hours = new WorkingHours(
                told.days() == null
                        ? java.util.Set.of()
                        : told.days().stream().map(DutyApi::weekday).collect(Collectors.toSet()),
                parsed("starts", "problem.hours.time", () -> LocalTime.parse(given(told.starts()))),
                parsed("ends", "problem.hours.time", () -> LocalTime.parse(given(told.ends()))),
                told.timeZone() == null
                        ? workspaces.find(member.workspace()).timeZone()
                        : parsed("timeZone", "problem.hours.zone", () -> ZoneId.of(told.timeZone())));
        rosters.keep(member, whose.id(), hours);
        return Hours.of(whose.id(), hours, true);
    }

    private static DayOfWeek weekday(@Nullable String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(word)) {
                return day;
            }
        }
        throw Problem.invalid("days", "problem.hours.day");
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** @param problem for what cannot be understood */
    static <T> T parsed(String field, String problem, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (DateTimeException none) {
            throw Problem.invalid(field, problem);
        }
    }

    record Leave(
            UUID id,
            UUID member,
            LocalDate first,
            LocalDate last,
            @Nullable UUID cover) {
        static Leave of(Absence one) {
            return new Leave(
                    one.id(),
                    one.member().value(),
                    one.first(),
                    one.last(),
                    one.cover() == null ? null : one.cover().value());
        }
    }

    record Leaves(List<Leave> items) {}

    record NewLeave(
            @Nullable UUID member,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            @Nullable UUID cover) {}

    @GetMapping("/leave")
    Leaves leave(Member member) {
        return new Leaves(
                rosters.absences(member.workspace()).stream().map(Leave::of).toList());
    }

    @PostMapping("/leave")
    @ResponseStatus(HttpStatus.CREATED)
    Leave add(Member member, @RequestBody NewLeave told) {
        LocalDate first = day(told.first(), "first");
        LocalDate last = day(told.last(), "last");
        MemberId who = told.member() == null ? member.id() : new MemberId(told.member());
        MemberId cover = told.cover() == null ? null : new MemberId(told.cover());
        UUID id = rosters.leave(member, who, first, last, cover);
        return Leave.of(new Absence(id, who, first, last, cover));
    }

    private static LocalDate day(@Nullable LocalDate told, String field) {
        if (told == null) {
            throw Problem.invalid(field, "problem.leave.day");
        }
        return told;
    }

    @DeleteMapping("/leave/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Member member, @PathVariable UUID id) {
        rosters.takeBack(member, id);
    }
}
