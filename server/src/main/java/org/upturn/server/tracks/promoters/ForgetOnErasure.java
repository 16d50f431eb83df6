package org.upturn.server.tracks.promoters;

import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.upturn.server.contacts.ContactErased;
import org.upturn.server.kernel.Rows;

/** When a person is deleted, their page and code lead nowhere, and what they allowed to be shown goes. */
@Component("forgetAdvocatesOnErasure")
class ForgetOnErasure {
    private final JdbcClient jdbc;
    private final Clock clock;

    ForgetOnErasure(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(ContactErased erased) {
        for (String trace : List.of("""
                        delete from advocate_link
                        where workspace_id = :workspace
                          and advocate_id in (
                            select id from advocate where workspace_id = :workspace and contact_id = :contact)
                        """, """
                        update testimonial
                        set withdrawn_at = coalesce(withdrawn_at, :now), words = '', name = '', role = ''
                        where workspace_id = :workspace
                          and advocate_id in (
                            select id from advocate where workspace_id = :workspace and contact_id = :contact)
                        """, """
                        update thanks
                        set first_sentence = ''
                        where workspace_id = :workspace
                          and advocate_id in (
                            select id from advocate where workspace_id = :workspace and contact_id = :contact)
                        """, """
                        delete from track_owner
                        where workspace_id = :workspace
                          and contact_id = :contact
                        """)) {
            var statement = jdbc.sql(trace)
                    .param("workspace", erased.workspace().value())
                    .param("contact", erased.contact().value());
            (trace.contains(":now") ? statement.param("now", Rows.time(clock.instant())) : statement).update();
        }
    }
}
