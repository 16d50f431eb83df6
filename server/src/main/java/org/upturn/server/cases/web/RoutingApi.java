package org.upturn.server.cases.web;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.cases.Assignments;
import org.upturn.server.cases.Subtype;
import org.upturn.server.kernel.Problem;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** Who answers for a program's detractors, for programs. */
@RestController
@RequestMapping("/api/v1/programs/{program}/routing")
class RoutingApi {
    private final Assignments assignments;
    private final Surveys surveys;

    RoutingApi(Assignments assignments, Surveys surveys) {
        this.assignments = assignments;
        this.surveys = surveys;
    }

    /**
     * @param owner who gets new and chronic detractors; null until somebody is named
     * @param senior who gets converted ones; null when the owner gets them too
     */
    record RoutingItem(@Nullable UUID owner, @Nullable UUID senior) {}

    @GetMapping
    RoutingItem find(Member member, @PathVariable UUID program) {
        ProgramId known =
                surveys.program(member.workspace(), new ProgramId(program)).id();
        Optional<MemberId> owner = assignments.ownerFor(member.workspace(), known, Subtype.NEW);
        Optional<MemberId> senior = assignments
                .ownerFor(member.workspace(), known, Subtype.CONVERTED)
                .filter(one -> !owner.equals(Optional.of(one)));
        return new RoutingItem(
                owner.map(MemberId::value).orElse(null),
                senior.map(MemberId::value).orElse(null));
    }

    @PutMapping
    RoutingItem route(Member member, @PathVariable UUID program, @RequestBody RoutingItem told) {
        if (told.owner() == null) {
            throw Problem.invalid("owner", "problem.routing.owner");
        }
        MemberId senior = told.senior() == null ? null : new MemberId(told.senior());
        assignments.name(member, new ProgramId(program), new MemberId(told.owner()), senior);
        return find(member, program);
    }
}
