package org.upturn.server.tracks.passives;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.InHands;
import org.upturn.server.workspaces.Member;

/** Passives that somebody looks after. */
@Component
class PassivesInHands implements InHands {
    private final JdbcClient jdbc;

    PassivesInHands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Held> heldBy(Member member) {
        return List.of(new Held(
                "passives",
                jdbc.sql("select count(*) from track_owner where workspace_id = :workspace and member_id = :member")
                        .param("workspace", member.workspace().value())
                        .param("member", member.id().value())
                        .query(Long.class)
                        .single()));
    }

    @Override
    public void handOver(Member by, Member from, Member to) {
        jdbc.sql("""
                        update track_owner
                        set member_id = :to
                        where workspace_id = :workspace
                          and member_id = :from
                        """)
                .param("workspace", by.workspace().value())
                .param("from", from.id().value())
                .param("to", to.id().value())
                .update();
    }
}
