package org.upturn.server.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.surveys.ProgramId;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;
import org.upturn.server.workspaces.Role;

/** The door to searches kept under a name: each member's own, and those shared with the workspace. */
@Service
public class SavedSearches {
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Surveys surveys;
    private final AuditLog audit;
    private final Clock clock;

    SavedSearches(JdbcClient jdbc, Surveys surveys, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.surveys = surveys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps a search.
     *
     * @param shared with everyone in the workspace, which a manager or owner may do
     */
    @Transactional
    public SavedSearch save(Member by, ProgramId program, @Nullable String name, Search search, boolean shared) {
        surveys.program(by.workspace(), program);
        if (shared && !managesPrograms(by)) {
            throw Problem.of(Problem.Code.NOT_ALLOWED, "problem.search.share");
        }
        var saved = new SavedSearch(Ids.next(), program, by.id(), name(name), search.query(), shared, clock.instant());
        try {
            insert(by, saved);
        } catch (DuplicateKeyException taken) {
            throw Problem.conflict("problem.search.taken");
        }
        audit.record(by, "search.saved", saved.id());
        return saved;
    }

    /** What a member sees: all that are shared and the member's own, by name; of one program or of all. */
    public List<SavedSearch> list(Member member, @Nullable ProgramId program) {
        return jdbc.sql("""
                        select id, program_id, member_id, name, query, shared_at is not null as shared, saved_at
                        from saved_search
                        where workspace_id = :workspace
                          and (member_id = :member or shared_at is not null)
                          and (cast(:program as uuid) is null or program_id = :program)
                        order by lower(name), id
                        limit :most
                        """)
                .param("workspace", member.workspace().value())
                .param("member", member.id().value())
                .param("program", program == null ? null : program.value())
                .param("most", MOST)
                .query(SavedSearches::saved)
                .list();
    }

    /** Deletes one's own, or as manager or owner one that is shared; gives it back, so that it can be saved again. */
    @Transactional
    public SavedSearch delete(Member by, UUID id) {
        SavedSearch saved = jdbc.sql("""
                        delete from saved_search
                        where workspace_id = :workspace
                          and id = :id
                          and (member_id = :member or shared_at is not null and :manages)
                        returning id, program_id, member_id, name, query, shared_at is not null as shared, saved_at
                        """)
                .param("workspace", by.workspace().value())
                .param("id", id)
                .param("member", by.id().value())
                .param("manages", managesPrograms(by))
                .query(SavedSearches::saved)
                .optional()
                .orElseThrow(() -> Problem.notFound("problem.unknown.search"));
        audit.record(by, "search.deleted", id);
        return saved;
    }

    private static boolean managesPrograms(Member member) {
        return member.role().compareTo(Role.MANAGER) >= 0;
    }

    private void insert(Member by, SavedSearch saved) {
        jdbc.sql("""
                        insert into saved_search (workspace_id, id, program_id, member_id, name, query, shared_at, saved_at)
                        values (:workspace, :id, :program, :member, :name, :query, :sharedAt, :now)
                        """)
                .param("workspace", by.workspace().value())
                .param("id", saved.id())
                .param("program", saved.program().value())
                .param("member", by.id().value())
                .param("name", saved.name())
                .param("query", saved.query())
                .param("sharedAt", saved.shared() ? Rows.time(saved.savedAt()) : null)
                .param("now", Rows.time(saved.savedAt()))
                .update();
    }

    private static SavedSearch saved(ResultSet row, int n) throws SQLException {
        return new SavedSearch(
                Rows.id(row, "id"),
                new ProgramId(Rows.id(row, "program_id")),
                new MemberId(Rows.id(row, "member_id")),
                row.getString("name"),
                row.getString("query"),
                row.getBoolean("shared"),
                Rows.time(row, "saved_at"));
    }

    private static String name(@Nullable String told) {
        if (told == null || told.isBlank() || told.length() > LONGEST_NAME) {
            throw Problem.invalid("name", "problem.name");
        }
        return told.strip();
    }
}
