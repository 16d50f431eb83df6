package org.upturn.server.verbatims;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.responses.Response;
import org.upturn.server.responses.Responses;
import org.upturn.server.surveys.ProgramId;

/** The latest answers of a program that have words. */
@Component
public class LatestAnswers {
    private static final int LOOKED_AT = 1_000;

    private final Responses responses;

    LatestAnswers(Responses responses) {
        this.responses = responses;
    }

    /** At most so many, the latest first, among the last 1,000 answers. */
    public List<Response> of(WorkspaceId workspace, ProgramId program, int most) {
        var filter = new Responses.Filter(program, null, null);
        var found = new ArrayList<Response>();
        @Nullable UUID after = null;
        for (int seen = 0; seen < LOOKED_AT && found.size() < most; seen += most) {
            var slice = responses.list(workspace, filter, after, most);
            slice.items().stream()
                    .filter(one -> !one.verbatim().isBlank())
                    .limit(most - found.size())
                    .forEach(found::add);
            after = slice.next();
            if (after == null) {
                break;
            }
        }
        return found;
    }
}
