package org.upturn.server.activity;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.ContactErased;

/** When a person is deleted, what the team said about them goes; that and when something was said stays. */
@Component("forgetCommentsOnErasure")
class ForgetOnErasure {
    private final JdbcClient jdbc;

    ForgetOnErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(ContactErased erased) {
        for (String trace : List.of("""
                        delete from case_comment_version
                        where workspace_id = :workspace
                          and comment_id in (
                            select comment.id
                            from case_comment comment
                            join cases on cases.workspace_id = :workspace and cases.id = comment.case_id
                            where comment.workspace_id = :workspace
                              and cases.contact_id = :contact)
                        """, """
                        update case_comment
                        set words = ''
                        where workspace_id = :workspace
                          and case_id in (select id from cases where workspace_id = :workspace and contact_id = :contact)
                        """)) {
            jdbc.sql(trace)
                    .param("workspace", erased.workspace().value())
                    .param("contact", erased.contact().value())
                    .update();
        }
    }
}
