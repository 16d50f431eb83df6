package org.upturn.server.contacts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Ids;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import org.upturn.server.workspaces.MemberId;

/** All SQL of accounts. */
@Repository
class AccountRepository {
    private static final String ACCOUNT = """
            select account.id, account.name, account.owner_id, account.senior_owner_id, account.renews_on,
              account.revenue,
              (select count(*)
               from contact
               where contact.workspace_id = account.workspace_id
                 and contact.account_id = account.id
                 and contact.merged_into is null
                 and contact.erased_at is null) as people
            from account
            where account.workspace_id = :workspace
            """;

    private final JdbcClient jdbc;

    AccountRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The accounts of these names; who is not known yet is made. By name in small letters. */
    Map<String, Name> findOrMake(WorkspaceId workspace, Collection<String> names, Instant now) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, Name> known = names(workspace, names);
        List<String> missing = names.stream()
                .filter(name -> !known.containsKey(name.toLowerCase(Locale.ROOT)))
                .sorted()
                .toList();
        missing.forEach(name -> jdbc.sql("""
                        insert into account (workspace_id, id, name, created_at, updated_at)
                        values (:workspace, :id, :name, :now, :now)
                        on conflict (workspace_id, lower(name)) do nothing
                        """)
                .param("workspace", workspace.value())
                .param("id", Ids.next())
                .param("name", name)
                .param("now", Rows.time(now))
                .update());
        return missing.isEmpty() ? known : names(workspace, names);
    }

    /** An account's id and how its name is spelled. */
    record Name(UUID id, String name) {}

    Map<UUID, String> spelled(WorkspaceId workspace, Collection<UUID> ids) {
        var found = new HashMap<UUID, String>();
        jdbc.sql("select id, name from account where workspace_id = :workspace and id = any(:ids)")
                .param("workspace", workspace.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    found.put(Rows.id(row, "id"), row.getString("name"));
                });
        return found;
    }

    Map<String, Name> names(WorkspaceId workspace, Collection<String> names) {
        var found = new HashMap<String, Name>();
        jdbc.sql("""
                        select id, name
                        from account
                        where workspace_id = :workspace
                          and lower(name) = any(:names)
                        """)
                .param("workspace", workspace.value())
                .param(
                        "names",
                        names.stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .query((row, n) -> found.put(
                        row.getString("name").toLowerCase(Locale.ROOT),
                        new Name(Rows.id(row, "id"), row.getString("name"))))
                .list();
        return found;
    }

    void insert(WorkspaceId workspace, Account account, Instant now) {
        jdbc.sql("""
                        insert into account (workspace_id, id, name, owner_id, senior_owner_id, renews_on, revenue,
                          created_at, updated_at)
                        values (:workspace, :id, :name, :owner, :seniorOwner, :renewsOn, :revenue, :now, :now)
                        """).params(parameters(workspace, account, now)).update();
    }

    void update(WorkspaceId workspace, Account account, Instant now) {
        jdbc.sql("""
                        update account
                        set name = :name, owner_id = :owner, senior_owner_id = :seniorOwner, renews_on = :renewsOn,
                          revenue = :revenue, updated_at = :now
                        where workspace_id = :workspace
                          and id = :id
                        """).params(parameters(workspace, account, now)).update();
    }

    void delete(WorkspaceId workspace, UUID id) {
        jdbc.sql("delete from account where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .update();
    }

    Optional<Account> find(WorkspaceId workspace, UUID id) {
        return jdbc.sql(ACCOUNT + "and account.id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .query(AccountRepository::account)
                .optional();
    }

    List<Account> list(WorkspaceId workspace, @Nullable String search, @Nullable UUID after, int limit) {
        return jdbc.sql(ACCOUNT + """
                          and (cast(:after as uuid) is null or account.id < :after)
                          and (cast(:search as text) is null or position(lower(:search) in lower(account.name)) > 0)
                        order by account.id desc
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param("after", after)
                .param("search", search == null || search.isBlank() ? null : search.strip())
                .param("limit", limit)
                .query(AccountRepository::account)
                .list();
    }

    private static Map<String, Object> parameters(WorkspaceId workspace, Account account, Instant now) {
        var values = new HashMap<String, Object>();
        values.put("workspace", workspace.value());
        values.put("id", account.id());
        values.put("name", account.name());
        values.put("owner", account.owner() == null ? null : account.owner().value());
        values.put(
                "seniorOwner",
                account.seniorOwner() == null ? null : account.seniorOwner().value());
        values.put(
                "renewsOn",
                account.renewsOn() == null ? null : account.renewsOn().toString());
        values.put("revenue", account.revenue());
        values.put("now", Rows.time(now));
        return values;
    }

    private static Account account(ResultSet row, int n) throws SQLException {
        UUID owner = row.getObject("owner_id", UUID.class);
        UUID senior = row.getObject("senior_owner_id", UUID.class);
        String renews = row.getString("renews_on");
        return new Account(
                Rows.id(row, "id"),
                row.getString("name"),
                owner == null ? null : new MemberId(owner),
                senior == null ? null : new MemberId(senior),
                renews == null ? null : LocalDate.parse(renews),
                row.getBigDecimal("revenue"),
                row.getLong("people"));
    }
}
