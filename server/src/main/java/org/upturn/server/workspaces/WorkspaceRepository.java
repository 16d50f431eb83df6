package org.upturn.server.workspaces;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.WorkspaceId;

/** All SQL of workspaces, members and API keys. */
@Repository
class WorkspaceRepository {
    private final JdbcClient jdbc;

    WorkspaceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select 1 from workspace)")
                .query(Boolean.class)
                .single();
    }

    /** Lets nobody else make a workspace until the end of the transaction. */
    void lock() {
        jdbc.sql("lock table workspace in share row exclusive mode").update();
    }

    void insert(Workspace workspace, Instant now) {
        jdbc.sql("""
                        insert into workspace (id, name, time_zone, language, created_at)
                        values (:id, :name, :timeZone, :language, :now)
                        """)
                .param("id", workspace.id().value())
                .param("name", workspace.name())
                .param("timeZone", workspace.timeZone().getId())
                .param("language", workspace.language().toLanguageTag())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Workspace find(WorkspaceId id) {
        return jdbc.sql("select name, time_zone, language from workspace where id = :id")
                .param("id", id.value())
                .query((row, n) -> new Workspace(
                        id,
                        row.getString("name"),
                        ZoneId.of(row.getString("time_zone")),
                        Locale.forLanguageTag(row.getString("language"))))
                .single();
    }

    void speak(WorkspaceId id, Locale language) {
        jdbc.sql("update workspace set language = :language where id = :id")
                .param("id", id.value())
                .param("language", language.toLanguageTag())
                .update();
    }

    void insert(Member member, String passwordHash, Instant now) {
        jdbc.sql("""
                        insert into member (workspace_id, id, name, email, password_hash, role, created_at)
                        values (:workspace, :id, :name, :email, :passwordHash, :role, :now)
                        """)
                .param("workspace", member.workspace().value())
                .param("id", member.id().value())
                .param("name", member.name())
                .param("email", member.email())
                .param("passwordHash", passwordHash)
                .param("role", member.role().word())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        letIn(member);
    }

    /** From now on they sign in with their address. @throws org.springframework.dao.DuplicateKeyException when it is taken */
    void letIn(Member member) {
        jdbc.sql("insert into sign_in_address (email_key, workspace_id, member_id) values (:email, :workspace, :id)")
                .param("email", member.email().toLowerCase(Locale.ROOT))
                .param("workspace", member.workspace().value())
                .param("id", member.id().value())
                .update();
    }

    List<Member> members(WorkspaceId workspace) {
        return jdbc.sql("""
                        select workspace_id, id, name, email, role, left_at
                        from member
                        where workspace_id = :workspace
                          and left_at is null
                        order by lower(name), id
                        """)
                .param("workspace", workspace.value())
                .query(WorkspaceRepository::member)
                .list();
    }

    /** What everybody is called who ever was on the team. */
    Map<MemberId, String> names(WorkspaceId workspace) {
        var names = new HashMap<MemberId, String>();
        jdbc.sql("select id, name from member where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .query(row -> {
                    names.put(new MemberId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return names;
    }

    Optional<Member> findMember(WorkspaceId workspace, MemberId member) {
        return jdbc.sql("""
                        select workspace_id, id, name, email, role, left_at
                        from member
                        where workspace_id = :workspace
                          and id = :member
                        """)
                .param("workspace", workspace.value())
                .param("member", member.value())
                .query(WorkspaceRepository::member)
                .optional();
    }

    ApiKey insertApiKey(Member by, String name, String secret, Instant now) {
        var key = new ApiKey(Ids.next(), name, secret.substring(secret.length() - 4), now, by.id());
        jdbc.sql("""
                        insert into api_key (key_hash, workspace_id, id, member_id, name, hint, created_at)
                        values (:hash, :workspace, :id, :member, :name, :hint, :now)
                        """)
                .param("hash", Secrets.hash(secret))
                .param("workspace", by.workspace().value())
                .param("id", key.id())
                .param("member", by.id().value())
                .param("name", name)
                .param("hint", key.hint())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return key;
    }

    List<ApiKey> apiKeys(WorkspaceId workspace) {
        return jdbc.sql("""
                        select id, name, hint, created_at, member_id
                        from api_key
                        where workspace_id = :workspace
                          and revoked_at is null
                        order by created_at, id
                        """)
                .param("workspace", workspace.value())
                .query((row, n) -> new ApiKey(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, java.time.OffsetDateTime.class).toInstant(),
                        new MemberId(row.getObject(5, UUID.class))))
                .list();
    }

    boolean revokeApiKey(WorkspaceId workspace, UUID key, Instant now) {
        return jdbc.sql("""
                                update api_key
                                set revoked_at = :now
                                where workspace_id = :workspace
                                  and id = :key
                                  and revoked_at is null
                                """)
                        .param("workspace", workspace.value())
                        .param("key", key)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    static Member member(ResultSet row, int n) throws SQLException {
        return new Member(
                new WorkspaceId(row.getObject("workspace_id", UUID.class)),
                new MemberId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                Role.of(row.getString("role")),
                row.getObject("left_at") != null);
    }
}
