package org.upturn.server.verbatims.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.surveys.Program;
import org.upturn.server.verbatims.codebook.CodebookVersion;
import org.upturn.server.verbatims.codebook.Draft;

/**
 * What every page of a codebook knows: whose it is and where it stands.
 *
 * @param active the version that is live
 * @param coming the draft or the version that is going live; null when there is none
 * @param draft the draft, also when nobody has begun it yet
 */
public record CodebookHead(
        List<Program> programs,
        Program program,
        CodebookVersion active,
        @Nullable CodebookVersion coming,
        Draft draft) {
    /** The program's id in addresses. */
    public String id() {
        return program.id().value().toString();
    }

    public boolean isGoingLive() {
        return coming != null && coming.isGoingLive();
    }

    public boolean hasDraft() {
        return coming != null && coming.isDraft();
    }

    public int changes() {
        return draft.changes().count();
    }
}
