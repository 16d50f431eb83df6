package org.upturn.server.workspaces.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.Workspaces;

/** Who is on the team, so that a program can name an owner; and the description of the whole API. */
@RestController
@RequestMapping("/api/v1")
class MembersApi {
    private final Workspaces workspaces;

    MembersApi(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    record MemberItem(UUID id, String name, String role) {
        static MemberItem of(Member one) {
            return new MemberItem(one.id().value(), one.name(), one.role().word());
        }
    }

    record Members(List<MemberItem> items) {}

    record NewMemberItem(
            @Nullable String name,
            @Nullable String email,
            @Nullable String password,
            @Nullable String role) {}

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

    @GetMapping("/openapi.json")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new ClassPathResource("openapi.json"));
    }
}
