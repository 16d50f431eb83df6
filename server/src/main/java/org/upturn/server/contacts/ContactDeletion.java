package org.upturn.server.contacts;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/**
 * Deletes people. Who was never asked is gone altogether; of anybody else name, addresses, attributes and notes go, while
 * scores, verbatims and cases stay without a name, so that past results do not change. Whoever was merged into the person
 * goes too, for it is the same person.
 */
@Service
public class ContactDeletion {
    private final JdbcClient jdbc;
    private final Contacts contacts;
    private final ApplicationEventPublisher events;
    private final AuditLog audit;
    private final MessageSource messages;
    private final TransactionTemplate attempt;
    private final Clock clock;

    ContactDeletion(
            JdbcClient jdbc,
            Contacts contacts,
            ApplicationEventPublisher events,
            AuditLog audit,
            MessageSource messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.events = events;
        this.audit = audit;
        this.messages = messages;
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /** @return whether nothing is left; false when history stays without the name */
    @Transactional
    public boolean delete(Member by, ContactId id) {
        Contact contact = contacts.find(by.workspace(), id);
        List<ContactId> all = contacts.together(by.workspace(), contact.id());
        boolean gone = all.size() == 1 && remove(by.workspace(), contact.id());
        if (!gone && !contact.erased()) {
            all.forEach(one -> erase(by.workspace(), one));
        }
        audit.record(by, "contact.deleted", contact.id().value());
        return gone;
    }

    /** Removes a contact that nothing points to; false when something does. */
    public boolean remove(WorkspaceId workspace, ContactId id) {
        try {
            attempt.executeWithoutResult(
                    status -> jdbc.sql("delete from contact where workspace_id = :workspace and id = :id")
                            .param("workspace", workspace.value())
                            .param("id", id.value())
                            .update());
            return true;
        } catch (DataIntegrityViolationException history) {
            return false;
        }
    }

    private void erase(WorkspaceId workspace, ContactId id) {
        jdbc.sql("""
                        update contact
                        set external_id = 'deleted-' || id, name = :name, email = null, phone = null, phone_key = null,
                          locale = null, time_zone = null, account_id = null, attributes = '{}', population = null,
                          consent = null, consent_at = null, consent_how = null, erased_at = :now, updated_at = :now,
                          revision = revision + 1
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", id.value())
                .param("name", messages.getMessage("contact.deleted", null, LocaleContextHolder.getLocale()))
                .param("now", Rows.time(clock.instant()))
                .update();
        for (String trace : List.of(
                "delete from contact_import_change where workspace_id = :workspace and contact_id = :id",
                "delete from contact_duplicate where workspace_id = :workspace and (one_id = :id or other_id = :id)",
                "update contact_merge set before = '{}', after = '{}' where workspace_id = :workspace and (merged_id = :id or survivor_id = :id)")) {
            jdbc.sql(trace)
                    .param("workspace", workspace.value())
                    .param("id", id.value())
                    .update();
        }
        events.publishEvent(new ContactErased(workspace, id));
    }
}
