package org.upturn.server.followups;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upturn.server.kernel.Rows;
import org.upturn.server.workspaces.InHands;
import org.upturn.server.workspaces.Member;

/** Conversations agreed on that nobody has noted yet: whoever takes over leads them, and is reminded. */
@Component
class TalksInHands implements InHands {
    private final JdbcClient jdbc;
    private final Clock clock;

    TalksInHands(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Held> heldBy(Member member) {
        return List.of(new Held(
                "talks",
                jdbc.sql("""
                                select count(*)
                                from conversation
                                where workspace_id = :workspace
                                  and made_by = :member
                                  and called_off_at is null
                                  and logged is null
                                  and held_at > :now
                                """)
                        .param("workspace", member.workspace().value())
                        .param("member", member.id().value())
                        .param("now", Rows.time(clock.instant()))
                        .query(Long.class)
                        .single()));
    }

    @Override
    public void handOver(Member by, Member from, Member to) {
        jdbc.sql("""
                        update conversation
                        set made_by = :to
                        where workspace_id = :workspace
                          and made_by = :from
                          and called_off_at is null
                          and logged is null
                          and held_at > :now
                        """)
                .param("workspace", by.workspace().value())
                .param("from", from.id().value())
                .param("to", to.id().value())
                .param("now", Rows.time(clock.instant()))
                .update();
    }
}
