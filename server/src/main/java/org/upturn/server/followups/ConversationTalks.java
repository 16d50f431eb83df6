package org.upturn.server.followups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.cases.CaseId;
import org.upturn.server.cases.ScheduledTalks;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** Tells cases which conversations are agreed on. */
@Repository
class ConversationTalks implements ScheduledTalks {
    private static final String SELECT = """
            select id, case_id, kind, held_at, called_off_at is null and logged is null as open
            from conversation
            """;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    ConversationTalks(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Map<CaseId, Talk> of(WorkspaceId workspace, Collection<CaseId> cases) {
        return jdbc
                .sql(SELECT + """
                        where workspace_id = :workspace
                          and case_id = any(:cases)
                          and called_off_at is null
                          and logged is null
                        order by held_at, id
                        """)
                .param("workspace", workspace.value())
                .param("cases", cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query(ConversationTalks::talk)
                .list()
                .stream()
                .collect(Collectors.toMap(Talk::item, Function.identity(), (first, later) -> first));
    }

    @Override
    public void callOff(Member by, CaseId item) {
        int off = jdbc.sql("""
                        update conversation
                        set called_off_by = :by, called_off_at = :now
                        where workspace_id = :workspace
                          and case_id = :case
                          and called_off_at is null
                          and logged is null
                          and held_at > :now
                        """)
                .param("workspace", by.workspace().value())
                .param("case", item.value())
                .param("by", by.id().value())
                .param("now", Rows.time(clock.instant()))
                .update();
        if (off > 0) {
            audit.record(by, "case.conversation.called-off", item.value());
        }
    }

    @Override
    public Optional<Talk> find(WorkspaceId workspace, UUID talk) {
        return jdbc.sql(SELECT + """
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", talk)
                .query(ConversationTalks::talk)
                .optional();
    }

    private static Talk talk(ResultSet row, int n) throws SQLException {
        return new Talk(
                Rows.id(row, "id"),
                new CaseId(Rows.id(row, "case_id")),
                row.getString("kind"),
                Rows.time(row, "held_at"),
                row.getBoolean("open"));
    }
}
