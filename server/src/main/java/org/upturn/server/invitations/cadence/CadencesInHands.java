package org.upturn.server.invitations.cadence;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.InHands;
import org.upturn.server.workspaces.Member;

/** Schedules that ask in somebody's name: without them they would stand still. */
@Component
class CadencesInHands implements InHands {
    private final JdbcClient jdbc;

    CadencesInHands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Held> heldBy(Member member) {
        return List.of(new Held(
                "schedules",
                jdbc.sql("select count(*) from cadence where workspace_id = :workspace and made_by = :member")
                        .param("workspace", member.workspace().value())
                        .param("member", member.id().value())
                        .query(Long.class)
                        .single()));
    }

    @Override
    public void handOver(Member by, Member from, Member to) {
        jdbc.sql("update cadence set made_by = :to where workspace_id = :workspace and made_by = :from")
                .param("workspace", by.workspace().value())
                .param("from", from.id().value())
                .param("to", to.id().value())
                .update();
    }
}
