package org.upturn.server.cases.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.upturn.server.cases.CaseId;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.MemberId;

/**
 * What became of giving many cases to somebody.
 *
 * @param to whose they are now
 * @param before whose each was
 * @param problem why nothing was done; null when it was
 */
public record Assigned(
        String to,
        Map<CaseId, @Nullable MemberId> before,
        @Nullable Problem problem) {
    /** What takes it back; what was nobody's cannot become nobody's again. */
    public List<String> undo() {
        return before.entrySet().stream()
                .filter(one -> Objects.nonNull(one.getValue()))
                .map(one -> one.getKey().value() + "=" + one.getValue().value())
                .toList();
    }
}
