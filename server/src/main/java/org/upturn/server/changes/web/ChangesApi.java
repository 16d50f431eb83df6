package org.upturn.server.changes.web;

import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.upturn.server.changes.Change;
import org.upturn.server.changes.Changes;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;

/** Changes for programs. */
@RestController
@RequestMapping("/api/v1/programs/{program}/changes")
class ChangesApi {
    private final Changes changes;
    private final Surveys surveys;

    ChangesApi(Changes changes, Surveys surveys) {
        this.changes = changes;
        this.surveys = surveys;
    }

    record ChangeItem(UUID id, UUID program, String theme, String title, String announcement, Instant madeAt) {
        static ChangeItem of(Change one) {
            return new ChangeItem(
                    one.id(), one.program().value(), one.theme(), one.title(), one.announcement(), one.madeAt());
        }
    }

    @GetMapping
    Slice<ChangeItem> list(Member member, @PathVariable UUID program) {
        var known = surveys.program(member.workspace(), new ProgramId(program));
        return new Slice<>(changes.list(member.workspace(), known.id()), null).map(ChangeItem::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ChangeItem make(Member member, @PathVariable UUID program, @RequestBody Changes.NewChange told) {
        return ChangeItem.of(changes.make(member, new ProgramId(program), told));
    }
}
