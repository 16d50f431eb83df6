package org.upturn.server.verbatims.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.surveys.Program;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.codebook.Drafts;

/** Finds whose codebook a page is about and where it stands. */
@Component
class CodebookHeads {
    private final Surveys surveys;
    private final Codebooks codebooks;
    private final Drafts drafts;

    CodebookHeads(Surveys surveys, Codebooks codebooks, Drafts drafts) {
        this.surveys = surveys;
        this.codebooks = codebooks;
        this.drafts = drafts;
    }

    /** Of the named program, or of the first when none is named. */
    CodebookHead of(WorkspaceId workspace, @Nullable UUID program) {
        Program chosen =
                surveys.chosen(workspace, program).orElseThrow(() -> Problem.notFound("problem.unknown.program"));
        int active = codebooks.active(workspace, chosen.id()).version();
        return new CodebookHead(
                surveys.programs(workspace),
                chosen,
                codebooks.version(workspace, chosen.id(), active),
                codebooks.coming(workspace, chosen.id()),
                drafts.find(workspace, chosen.id()));
    }
}
