package org.upturn.server.cases.views;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Role;

/** The door to views of the inbox: each member's own, and those shared with the workspace. */
@Service
public class InboxViews {
    private static final int LONGEST_NAME = 60;
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    InboxViews(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a member sees: their own and those that are shared, by name. */
    public List<InboxView> list(Member member) {
        return jdbc.sql("""
                        select view.id, view.member_id, view.name, view.query, view.shared_at is not null as shared,
                          opening.view_id is not null as opens
                        from inbox_view view
                        left join inbox_first_view opening on opening.workspace_id = :workspace
                          and opening.member_id = :member
                          and opening.view_id = view.id
                        where view.workspace_id = :workspace
                          and (view.member_id = :member or view.shared_at is not null)
                          and view.deleted_at is null
                        order by lower(view.name), view.id
                        """)
                .param("workspace", member.workspace().value())
                .param("member", member.id().value())
                .query((row, n) -> new InboxView(
                        Rows.id(row, "id"),
                        new MemberId(Rows.id(row, "member_id")),
                        row.getString("name"),
                        row.getString("query"),
                        row.getBoolean("shared"),
                        row.getBoolean("opens")))
                .list();
    }

    /** What the member's inbox opens with. */
    public Optional<InboxView> first(Member member) {
        return list(member).stream().filter(InboxView::first).findFirst();
    }

    /**
     * Keeps a view.
     *
     * @param shared with everyone in the workspace, which a manager or owner may do
     */
    @Transactional
    public InboxView save(Member by, @Nullable String name, String query, boolean shared) {
        if (shared && by.role().compareTo(Role.MANAGER) < 0) {
            throw Problem.of(Problem.Code.NOT_ALLOWED, "problem.view.share");
        }
        if (list(by).stream().filter(one -> one.member().equals(by.id())).count() >= MOST) {
            throw Problem.conflict("problem.view.many", MOST);
        }
        UUID id = Ids.next();
        try {
            jdbc.sql("""
                            insert into inbox_view (workspace_id, id, member_id, name, query, shared_at, saved_at)
                            values (:workspace, :id, :member, :name, :query, :shared, :now)
                            """)
                    .param("workspace", by.workspace().value())
                    .param("id", id)
                    .param("member", by.id().value())
                    .param("name", name(name))
                    .param("query", query)
                    .param("shared", shared ? Rows.time(clock.instant()) : null)
                    .param("now", Rows.time(clock.instant()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.view.taken");
        }
        audit.record(by, "inbox-view.saved", id);
        return find(by, id);
    }

    @Transactional
    public InboxView rename(Member by, UUID id, @Nullable String name) {
        changed(by, id);
        try {
            jdbc.sql("update inbox_view set name = :name where workspace_id = :workspace and id = :id")
                    .param("workspace", by.workspace().value())
                    .param("id", id)
                    .param("name", name(name))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.view.taken");
        }
        audit.record(by, "inbox-view.renamed", id);
        return find(by, id);
    }

    /** Deletes a view until it is brought back; an inbox that opened with it opens with all open cases. */
    @Transactional
    public void delete(Member by, UUID id) {
        changed(by, id);
        mark(by, id, true);
        audit.record(by, "inbox-view.deleted", id);
    }

    /** Brings back what its own member, or a manager if it was shared, deleted. */
    @Transactional
    public InboxView restore(Member by, UUID id) {
        try {
            mark(by, id, false);
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.view.taken");
        }
        InboxView view = changed(by, id);
        audit.record(by, "inbox-view.restored", id);
        return view;
    }

    /** The member's inbox opens with this view from now on. */
    @Transactional
    public void putFirst(Member by, UUID id) {
        find(by, id);
        jdbc.sql("""
                        insert into inbox_first_view (workspace_id, member_id, view_id)
                        values (:workspace, :member, :id)
                        on conflict (workspace_id, member_id) do update set view_id = excluded.view_id
                        """)
                .param("workspace", by.workspace().value())
                .param("member", by.id().value())
                .param("id", id)
                .update();
    }

    /** The member's inbox opens with all open cases again. */
    @Transactional
    public void putNoneFirst(Member by) {
        jdbc.sql("delete from inbox_first_view where workspace_id = :workspace and member_id = :member")
                .param("workspace", by.workspace().value())
                .param("member", by.id().value())
                .update();
    }

    public InboxView find(Member member, UUID id) {
        return list(member).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("problem.unknown.view"));
    }

    private InboxView changed(Member by, UUID id) {
        InboxView view = find(by, id);
        if (!view.isChangedBy(by)) {
            throw Problem.of(Problem.Code.NOT_ALLOWED, "problem.view.share");
        }
        return view;
    }

    private void mark(Member by, UUID id, boolean deleted) {
        jdbc.sql("update inbox_view set deleted_at = :deleted where workspace_id = :workspace and id = :id")
                .param("workspace", by.workspace().value())
                .param("id", id)
                .param("deleted", deleted ? Rows.time(clock.instant()) : null)
                .update();
    }

    private static String name(@Nullable String told) {
        if (told == null || told.isBlank() || told.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "problem.name");
        }
        return told.strip();
    }
}
