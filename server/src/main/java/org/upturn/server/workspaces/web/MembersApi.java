package org.upturn.server.workspaces.web;

import java.util.List;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspaces;

/** Who is on the team, so that a program can name an owner; and the description of the whole API. */
@RestController
@RequestMapping("/api/v1")
class MembersApi {
    private final Workspaces workspaces;

    MembersApi(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    record MemberItem(UUID id, String name, String role) {}

    record Members(List<MemberItem> items) {}

    @GetMapping("/team")
    Members team(Member member) {
        return new Members(workspaces.members(member.workspace()).stream()
                .map(one ->
                        new MemberItem(one.id().value(), one.name(), one.role().word()))
                .toList());
    }

    @GetMapping("/openapi.json")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new ClassPathResource("openapi.json"));
    }
}
