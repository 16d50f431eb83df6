package org.upturn.server.followups;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.ContactErased;

/** When a person is deleted, what was written to and by them goes; that and when there was something stays. */
@Component("forgetLettersOnErasure")
class ForgetOnErasure {
    private final JdbcClient jdbc;

    ForgetOnErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(ContactErased erased) {
        for (String trace : List.of("""
                        update case_letter
                        set first_sentence = '', rest = ''
                        where workspace_id = :workspace
                          and case_id in (select id from cases where workspace_id = :workspace and contact_id = :contact)
                        """, """
                        update case_reply
                        set sender = '', subject = '', words = '', message_id = '', attachments = '{}'
                        where workspace_id = :workspace
                          and case_id in (select id from cases where workspace_id = :workspace and contact_id = :contact)
                        """, """
                        update conversation
                        set people = '', notes = ''
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
