package org.upturn.server.cases.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.Program;
import org.upturn.server.workspaces.Member;

/**
 * What the inbox shows.
 *
 * @param answered whether somebody answers for the program's detractors
 * @param assigned what was just done; null for nothing
 */
public record Inbox(
        List<Program> programs,
        Program program,
        InboxChoice choice,
        Slice<CaseRow> rows,
        List<Member> team,
        boolean answered,
        @Nullable Assigned assigned) {}
