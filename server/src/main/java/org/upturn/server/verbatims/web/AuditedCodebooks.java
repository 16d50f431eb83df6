package org.upturn.server.verbatims.web;

import java.util.List;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.Audited;
import org.upturn.server.workspaces.AuditedThings;

/** What is listened for. */
@Component
class AuditedCodebooks implements AuditedThings {
    @Override
    public List<Audited> audited() {
        return List.of(new Audited(Audited.Kind.VERBATIMS, "codebook", "/codebook?program={}", """
                        select program_codebook.codebook_id as id, program.name, program.id as place
                        from program_codebook
                        join program on program.workspace_id = :workspace and program.id = program_codebook.program_id
                        where program_codebook.workspace_id = :workspace
                          and program_codebook.codebook_id = any(:ids)
                        """));
    }
}
