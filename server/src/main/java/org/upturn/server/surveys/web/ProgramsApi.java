package org.upturn.server.surveys.web;

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
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.Member;

/** Programs for programs. */
@RestController
@RequestMapping("/api/v1/programs")
class ProgramsApi {
    private final Surveys surveys;

    ProgramsApi(Surveys surveys) {
        this.surveys = surveys;
    }

    record ProgramItem(UUID id, String name, Instant createdAt) {
        static ProgramItem of(Program program) {
            return new ProgramItem(program.id().value(), program.name(), program.createdAt());
        }
    }

    @GetMapping
    Slice<ProgramItem> list(Member member) {
        return new Slice<>(surveys.programs(member.workspace()), null).map(ProgramItem::of);
    }

    @GetMapping("/{program}")
    ProgramItem find(Member member, @PathVariable UUID program) {
        return ProgramItem.of(surveys.program(member.workspace(), new ProgramId(program)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ProgramItem create(Member member, @RequestBody Surveys.NewProgram told) {
        return ProgramItem.of(surveys.create(member, told));
    }
}
