package org.upturn.server.alerts;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.MemberId;

/** The SQL of what stands under the bells. */
@Repository
class Notices {
    /** More than that is "99+". */
    private static final int MOST_COUNTED = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One line under a bell. */
    record Row(UUID id, UUID alert, boolean seen) {}

    void insert(WorkspaceId workspace, UUID alert, MemberId member) {
        jdbc.sql("""
                        insert into alert_notice (workspace_id, id, alert_id, member_id)
                        values (:workspace, :id, :alert, :member)
                        on conflict do nothing
                        """)
                .param("workspace", workspace.value())
                .param("id", Ids.next())
                .param("alert", alert)
                .param("member", member.value())
                .update();
    }

    List<Row> list(Member member, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select id, alert_id, seen_at is not null as seen
                        from alert_notice
                        where workspace_id = :workspace
                          and member_id = :member
                          and (cast(:after as uuid) is null or id < :after)
                        order by id desc
                        limit :limit
                        """)
                .param("workspace", member.workspace().value())
                .param("member", member.id().value())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Row(Rows.id(row, "id"), Rows.id(row, "alert_id"), row.getBoolean("seen")))
                .list();
    }

    int unseen(WorkspaceId workspace, MemberId member) {
        return jdbc.sql("""
                        select count(*)
                        from (
                          select 1
                          from alert_notice
                          where workspace_id = :workspace
                            and member_id = :member
                            and seen_at is null
                          limit :most) counted
                        """)
                .param("workspace", workspace.value())
                .param("member", member.value())
                .param("most", MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /** Marks all up to this one as seen; what came meanwhile stays new. */
    int markSeen(Member member, UUID upTo) {
        return jdbc.sql("""
                        update alert_notice
                        set seen_at = :now
                        where workspace_id = :workspace
                          and member_id = :member
                          and id <= :upTo
                          and seen_at is null
                        """)
                .param("workspace", member.workspace().value())
                .param("member", member.id().value())
                .param("upTo", upTo)
                .param("now", Rows.time(clock.instant()))
                .update();
    }
}
