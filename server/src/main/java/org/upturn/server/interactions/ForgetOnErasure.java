package org.upturn.server.interactions;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.ContactErased;

/** When a person is deleted, what was noted of them goes too: tickets, calls, notes and documents. */
@Component
class ForgetOnErasure {
    private final JdbcClient jdbc;

    ForgetOnErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(ContactErased erased) {
        for (String trace : List.of(
                "delete from interaction where workspace_id = :workspace and contact_id = :contact",
                "delete from document where workspace_id = :workspace and contact_id = :contact")) {
            jdbc.sql(trace)
                    .param("workspace", erased.workspace().value())
                    .param("contact", erased.contact().value())
                    .update();
        }
    }
}
