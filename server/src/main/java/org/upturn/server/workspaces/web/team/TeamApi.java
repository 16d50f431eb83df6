package org.upturn.server.workspaces.web.team;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.workspaces.InHands;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.Team;
import org.upturn.server.workspaces.Workspaces;

/** Who is on the team, who comes and who goes; and the description of the whole API. */
@RestController
@RequestMapping("/api/v1")
class TeamApi {
    private final Workspaces workspaces;
    private final Team team;

    TeamApi(Workspaces workspaces, Team team) {
        this.workspaces = workspaces;
        this.team = team;
    }

    record MemberItem(UUID id, String name, String role) {
        static MemberItem of(Member one) {
            return new MemberItem(one.id().value(), one.name(), one.role().word());
        }
    }

    record Members(List<MemberItem> items) {}

    record HeldItem(String what, long count) {
        static HeldItem of(InHands.Held one) {
            return new HeldItem(one.what(), one.count());
        }
    }

    /** @param held what is in their hands, so that somebody else gets it when they go */
    record MemberDetail(UUID id, String name, String email, String role, List<HeldItem> held) {}

    record NewMemberItem(
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            @Nullable String role) {}

    /** What is missing stays as it is. */
    record MemberChange(
            @Nullable String name,
            @Nullable String email,
            @Nullable String role,
            @Nullable UUID successor) {}

    record HandoverItem(@Nullable UUID successor) {}

    @GetMapping("/team")
    Members team(Member member) {
        return new Members(workspaces.members(member.workspace()).stream()
                .map(MemberItem::of)
                .toList());
    }

    @PostMapping("/team")
    @ResponseStatus(HttpStatus.CREATED)
    MemberItem add(Member member, @RequestBody NewMemberItem told) {
        var role = Role.of(told.role() == null ? "" : told.role());
        return MemberItem.of(workspaces.addMember(
                member, new Workspaces.NewMember(told.name(), told.email(), told.password(), role)));
    }

    @GetMapping("/team/{id}")
    MemberDetail find(Member member, @PathVariable UUID id) {
        return detail(team.find(member.workspace(), new MemberId(id)));
    }

    @PatchMapping("/team/{id}")
    MemberDetail change(Member member, @PathVariable UUID id, @RequestBody MemberChange told) {
        Member known = team.find(member.workspace(), new MemberId(id));
        return detail(team.change(
                member,
                known.id(),
                new Team.Edit(
                        told.name() == null ? known.name() : told.name(),
                        told.email() == null ? known.email() : told.email(),
                        told.role() == null ? known.role() : Role.of(told.role()),
                        MemberId.orNull(told.successor()))));
    }

    /** Takes somebody off the team. @param successor gets what is theirs; needed when there is something */
    @DeleteMapping("/team/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(Member member, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID successor) {
        team.leave(member, new MemberId(id), MemberId.orNull(successor));
    }

    @PostMapping("/team/{id}/handover")
    MemberDetail handOver(Member member, @PathVariable UUID id, @RequestBody HandoverItem told) {
        team.handOver(member, new MemberId(id), MemberId.orNull(told.successor()));
        return find(member, id);
    }

    /** Takes somebody back who left. */
    @PostMapping("/team/{id}/return")
    MemberDetail back(Member member, @PathVariable UUID id) {
        return detail(team.takeBack(member, new MemberId(id)));
    }

    @GetMapping("/openapi.json")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new ClassPathResource("openapi.json"));
    }

    private MemberDetail detail(Member one) {
        return new MemberDetail(
                one.id().value(),
                one.name(),
                one.email(),
                one.role().word(),
                team.heldBy(one).stream().map(HeldItem::of).toList());
    }
}
