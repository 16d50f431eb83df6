package org.upturn.server.cases.authority;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.ContactErased;

/** When a person is deleted, what was noted about them goes; what was spent, by whom and when stays. */
@Component("forgetActionsOnErasure")
class ForgetOnErasure {
    private final JdbcClient jdbc;

    ForgetOnErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(ContactErased erased) {
        jdbc.sql("""
                        update case_action
                        set note = '', reason = '', undone_reason = ''
                        where workspace_id = :workspace
                          and case_id in (select id from cases where workspace_id = :workspace and contact_id = :contact)
                        """)
                .param("workspace", erased.workspace().value())
                .param("contact", erased.contact().value())
                .update();
    }
}
