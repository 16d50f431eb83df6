package org.upturn.server.cases.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.views.InboxView;
import org.upturn.server.kernel.Slice;
import org.upturn.server.surveys.Program;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/**
 * What the inbox shows.
 *
 * @param load how many open cases each has
 * @param answered whether somebody answers for the program's detractors
 * @param assigned what was just done; null for nothing
 * @param deleted a view that was just deleted and can be brought back; null for none
 */
public record Inbox(
        List<Program> programs,
        Program program,
        InboxChoice choice,
        Slice<CaseRow> rows,
        List<Member> team,
        Map<MemberId, Long> load,
        boolean answered,
        @Nullable Assigned assigned,
        List<InboxView> views,
        @Nullable UUID deleted) {
    /** The program of a row, where rows of several stand together. */
    public @Nullable String place(CaseRow row) {
        return choice.mine() && programs.size() > 1
                ? programs.stream()
                        .filter(one -> one.id().equals(row.item().program()))
                        .map(Program::name)
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
