package org.upturn.server.contacts;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upturn.server.workspaces.InHands;
import org.upturn.server.workspaces.Member;

/** Accounts that somebody looks after, as owner or senior owner. */
@Component
class AccountsInHands implements InHands {
    private final JdbcClient jdbc;

    AccountsInHands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Held> heldBy(Member member) {
        return List.of(new Held(
                "accounts",
                jdbc.sql("""
                                select count(*)
                                from account
                                where workspace_id = :workspace
                                  and :member in (owner_id, senior_owner_id)
                                """)
                        .param("workspace", member.workspace().value())
                        .param("member", member.id().value())
                        .query(Long.class)
                        .single()));
    }

    @Override
    public void handOver(Member by, Member from, Member to) {
        jdbc.sql("""
                        update account
                        set owner_id = case when owner_id = :from then :to else owner_id end,
                          senior_owner_id = case when senior_owner_id = :from then :to else senior_owner_id end
                        where workspace_id = :workspace
                          and :from in (owner_id, senior_owner_id)
                        """)
                .param("workspace", by.workspace().value())
                .param("from", from.id().value())
                .param("to", to.id().value())
                .update();
    }
}
