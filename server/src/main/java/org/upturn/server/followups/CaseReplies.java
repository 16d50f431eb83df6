package org.upturn.server.followups;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.FollowUp;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;

/** The door to what came back. Whether it is the person’s response is for a member to say. */
@Service
public class CaseReplies {
    private static final int LONGEST_WORDS = 10_000;

    private final CaseReplyRepository repository;
    private final Cases cases;

    CaseReplies(CaseReplyRepository repository, Cases cases) {
        this.repository = repository;
        this.cases = cases;
    }

    /** The first first. */
    public List<Reply> ofCase(WorkspaceId workspace, CaseId id) {
        return repository.ofCase(workspace, id);
    }

    /**
     * Logs a reply as the person’s response, once.
     *
     * @param words as they are to stand in the log; those of the reply when blank
     */
    @Transactional
    public UUID log(Member by, CaseId id, UUID reply, @Nullable String words) {
        Reply known =
                repository.hold(by.workspace(), id, reply).orElseThrow(() -> Problem.notFound("problem.unknown.reply"));
        if (known.logged() != null) {
            throw Problem.conflict("problem.reply.logged");
        }
        if (known.automatic()) {
            throw Problem.conflict("problem.reply.automatic");
        }
        String told = words == null || words.isBlank() ? known.words() : words;
        String kept = told.isBlank() ? known.subject() : told;
        UUID followUp = cases.logHappened(
                by,
                id,
                FollowUp.Kind.RESPONSE,
                kept.length() > LONGEST_WORDS ? kept.substring(0, LONGEST_WORDS) : kept,
                known.receivedAt());
        repository.markLogged(by.workspace(), reply, followUp);
        return followUp;
    }
}
