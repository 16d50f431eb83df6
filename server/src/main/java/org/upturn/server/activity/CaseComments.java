package org.upturn.server.activity;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.CaseNews;
import org.upturn.server.cases.Cases;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Workspaces;

/** The door to comments on cases. Whom one names hears of it once, also when it was named by an edit. */
@Service
public class CaseComments {
    private static final int LONGEST = 4_000;

    /** Of a case; who needs more has a meeting to hold. */
    private static final int MOST = 500;

    private final CaseCommentRepository repository;
    private final Cases cases;
    private final Workspaces workspaces;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseComments(
            CaseCommentRepository repository,
            Cases cases,
            Workspaces workspaces,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.cases = cases;
        this.workspaces = workspaces;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The first first, deleted ones without their words. */
    public List<CaseComment> ofCase(WorkspaceId workspace, CaseId id) {
        return repository.ofCase(workspace, cases.find(workspace, id).id());
    }

    /**
     * Says something about a case, open or closed, to the team.
     *
     * @throws Problem when there are no words, more than 4,000 characters, or 500 comments already
     */
    @Transactional
    public CaseComment add(Member by, CaseId item, @Nullable String told) {
        cases.find(by.workspace(), item);
        String words = words(told);
        if (repository.count(by.workspace(), item) >= MOST) {
            throw Problem.conflict("problem.comment.case.many", MOST);
        }
        UUID id = Ids.next();
        repository.insert(by, item, id, words, clock.instant());
        audit.record(by, "case.commented", item.value());
        tell(by, item, id, words);
        return repository.find(by.workspace(), item, id).orElseThrow();
    }

    /** Edits one's own; what it said before stays readable. */
    @Transactional
    public CaseComment edit(Member by, CaseId item, UUID id, @Nullable String told) {
        CaseComment known = own(by, item, id);
        String words = words(told);
        if (!known.words().equals(words)) {
            repository.edit(by.workspace(), known, words, clock.instant());
            audit.record(by, "case.comment-edited", item.value());
            tell(by, item, id, words);
        }
        return repository.find(by.workspace(), item, id).orElseThrow();
    }

    /** Deletes one's own with all that it ever said; that it was there stays. */
    @Transactional
    public void delete(Member by, CaseId item, UUID id) {
        repository.delete(by.workspace(), own(by, item, id).id(), clock.instant());
        audit.record(by, "case.comment-deleted", item.value());
    }

    private CaseComment own(Member by, CaseId item, UUID id) {
        return repository
                .find(by.workspace(), item, id)
                .filter(one -> one.isOf(by))
                .orElseThrow(() -> Problem.notFound("problem.unknown.comment.case"));
    }

    private void tell(Member by, CaseId item, UUID comment, String words) {
        for (Member named : Mentions.of(words, workspaces.members(by.workspace()))) {
            if (repository.mention(by.workspace(), comment, named.id())) {
                events.publishEvent(
                        new CaseNews(by.workspace(), item, CaseNews.Kind.MENTIONED, named.id(), by.id(), comment));
            }
        }
    }

    private static String words(@Nullable String told) {
        if (told == null || told.isBlank() || told.length() > LONGEST) {
            throw Problem.invalid("words", "problem.comment.case", LONGEST);
        }
        return told.strip();
    }
}
