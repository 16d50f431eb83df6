package org.upturn.server.invitations.outbox;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.upturn.server.invitations.InvitationId;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Problem;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.AuditLog;
import org.upturn.server.workspaces.Member;

/** The addresses of a workspace that get no mail any more, each with the reason. The first reason stays. */
@Service
public class Suppressions {
    private static final int LONGEST_ADDRESS = 254;

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Suppressions(JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Mail to it came back for good. */
    public void bounced(WorkspaceId workspace, String address) {
        add(workspace, address, "bounced");
    }

    /** Whoever reads it reported a mail as spam. */
    public void complained(WorkspaceId workspace, String address) {
        add(workspace, address, "complained");
    }

    /** The person wants no more mail: the address they have now, and the one that the mails of this invitation went to. */
    @Transactional
    public void unsubscribe(WorkspaceId workspace, InvitationId invitation) {
        addresses(workspace, invitation).forEach(address -> add(workspace, address, "unsubscribed"));
    }

    /** They pressed by mistake. */
    @Transactional
    public void resubscribe(WorkspaceId workspace, InvitationId invitation) {
        lift(
                workspace,
                addresses(workspace, invitation).stream().map(Suppressions::key).toList());
    }

    private void lift(WorkspaceId workspace, List<String> keys) {
        jdbc.sql("""
                        update suppression
                        set lifted_at = :now
                        where workspace_id = :workspace
                          and address_key = any(:addresses)
                          and reason = 'unsubscribed'
                          and lifted_at is null
                        """)
                .param("workspace", workspace.value())
                .param("addresses", keys.toArray(String[]::new))
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    /** Whoever has this number wants no more messages. */
    @Transactional
    public void stop(WorkspaceId workspace, String number) {
        add(workspace, number, "unsubscribed");
    }

    /** They want them again: what they asked for themselves is lifted, what a member added is not. */
    @Transactional
    public void start(WorkspaceId workspace, String number) {
        lift(workspace, List.of(key(number)));
    }

    /** A member knows that this address wants no mail, or this number no message. */
    @Transactional
    public void add(Member by, @Nullable String address) {
        if (address == null || address.length() > LONGEST_ADDRESS) {
            throw Problem.invalid("address", "problem.mail.address");
        }
        String told = address.strip();
        String key = told.startsWith("+") ? told.replaceAll("[ ()./-]", "") : told;
        if (!key.matches("[^\\s@]+@[^\\s@]+") && !key.matches("[+][1-9][0-9]{6,14}")) {
            throw Problem.invalid("address", "problem.mail.address");
        }
        add(by.workspace(), key, "added");
        audit.record(by, "suppression.added", null);
    }

    /** Lets mail go to it again. */
    @Transactional
    public void lift(Member by, UUID id) {
        int lifted = jdbc.sql("""
                        update suppression
                        set lifted_at = :now, lifted_by = :by
                        where workspace_id = :workspace
                          and id = :id
                          and lifted_at is null
                        """)
                .param("workspace", by.workspace().value())
                .param("id", id)
                .param("by", by.id().value())
                .param("now", Rows.time(clock.instant()))
                .update();
        if (lifted == 0) {
            throw Problem.notFound("problem.unknown.suppression");
        }
        audit.record(by, "suppression.lifted", id);
    }

    /** @param search part of an address; all when blank */
    public Slice<Suppression> list(WorkspaceId workspace, @Nullable String search, @Nullable UUID after, int limit) {
        List<Suppression> rows = jdbc.sql("""
                        select id, address_key, reason, since
                        from suppression
                        where workspace_id = :workspace
                          and lifted_at is null
                          and (cast(:search as text) is null or strpos(address_key, lower(:search)) > 0)
                          and (cast(:after as uuid) is null or id < :after)
                        order by id desc
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("search", search == null || search.isBlank() ? null : search.strip())
                .param("after", after)
                .param("limit", limit + 1)
                .query((row, n) -> new Suppression(
                        Rows.id(row, "id"),
                        row.getString("address_key"),
                        row.getString("reason"),
                        Rows.time(row, "since")))
                .list();
        return Slice.of(rows, limit, Suppression::id);
    }

    private List<String> addresses(WorkspaceId workspace, InvitationId invitation) {
        return jdbc.sql("""
                        select contact.email
                        from invitation
                        join contact on contact.workspace_id = :workspace and contact.id = invitation.contact_id
                        where invitation.workspace_id = :workspace
                          and invitation.id = :invitation
                          and contact.email is not null
                        union
                        select address
                        from mail_message
                        where workspace_id = :workspace
                          and invitation_id = :invitation
                        """)
                .param("workspace", workspace.value())
                .param("invitation", invitation.value())
                .query(String.class)
                .list();
    }

    private void add(WorkspaceId workspace, String address, String reason) {
        jdbc.sql("""
                        insert into suppression (workspace_id, id, address_key, reason, since)
                        values (:workspace, :id, :address, :reason, :now)
                        on conflict (workspace_id, address_key) where lifted_at is null do nothing
                        """)
                .param("workspace", workspace.value())
                .param("id", Ids.next())
                .param("address", key(address))
                .param("reason", reason)
                .param("now", Rows.time(clock.instant()))
                .update();
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
