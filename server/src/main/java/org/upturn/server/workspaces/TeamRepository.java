package org.upturn.server.workspaces;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.WorkspaceId;

/** All SQL of what becomes of members after they joined. */
@Repository
class TeamRepository {
    private final JdbcClient jdbc;

    TeamRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else change the team until the end of the transaction; its members work on. */
    void hold(WorkspaceId workspace) {
        jdbc.sql("select id from member where workspace_id = :workspace order by id for no key update")
                .param("workspace", workspace.value())
                .query(UUID.class)
                .list();
    }

    void change(Member now) {
        jdbc.sql("""
                        update member
                        set name = :name, email = :email, role = :role
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", now.workspace().value())
                .param("id", now.id().value())
                .param("name", now.name())
                .param("email", now.email())
                .param("role", now.role().word())
                .update();
    }

    /** @param at null for somebody who is back */
    void leave(Member member, @Nullable Instant at) {
        jdbc.sql("update member set left_at = :at where workspace_id = :workspace and id = :id")
                .param("workspace", member.workspace().value())
                .param("id", member.id().value())
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Their address opens nothing any more, and may be somebody else's. */
    void shutOut(Member member) {
        jdbc.sql("delete from sign_in_address where workspace_id = :workspace and member_id = :id")
                .param("workspace", member.workspace().value())
                .param("id", member.id().value())
                .update();
    }

    /** An address that is spelled otherwise is the same address. */
    boolean signsInWith(Member member, String email) {
        return jdbc.sql("""
                        select exists (
                          select 1
                          from sign_in_address
                          where workspace_id = :workspace
                            and member_id = :id
                            and email_key = :email)
                        """)
                .param("workspace", member.workspace().value())
                .param("id", member.id().value())
                .param("email", email.toLowerCase(Locale.ROOT))
                .query(Boolean.class)
                .single();
    }

    void revokeKeys(Member member, Instant now) {
        jdbc.sql("""
                        update api_key
                        set revoked_at = :now
                        where workspace_id = :workspace
                          and member_id = :id
                          and revoked_at is null
                        """)
                .param("workspace", member.workspace().value())
                .param("id", member.id().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    String passwordHash(Member member) {
        return jdbc.sql("select password_hash from member where workspace_id = :workspace and id = :id")
                .param("workspace", member.workspace().value())
                .param("id", member.id().value())
                .query(String.class)
                .single();
    }

    void setPassword(Member member, String hash) {
        jdbc.sql("update member set password_hash = :hash where workspace_id = :workspace and id = :id")
                .param("workspace", member.workspace().value())
                .param("id", member.id().value())
                .param("hash", hash)
                .update();
    }

    /** Ends their sessions but this one. */
    void signOut(Member member, Optional<String> but) {
        jdbc.sql("""
                        delete from member_session
                        where workspace_id = :workspace
                          and member_id = :id
                          and token_hash <> :but
                        """)
                .param("workspace", member.workspace().value())
                .param("id", member.id().value())
                .param("but", but.map(Secrets::hash).orElse(new byte[0]))
                .update();
    }

    /** Who left, the last first. */
    List<Team.Leaver> left(WorkspaceId workspace) {
        return jdbc.sql("""
                        select workspace_id, id, name, email, role, left_at
                        from member
                        where workspace_id = :workspace
                          and left_at is not null
                        order by left_at desc, id
                        """)
                .param("workspace", workspace.value())
                .query((row, n) -> new Team.Leaver(
                        WorkspaceRepository.member(row, n),
                        row.getObject("left_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
