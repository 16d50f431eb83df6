package org.upturn.server.workspaces;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.Slice;
import org.upturn.server.kernel.WorkspaceId;

/** Reads the audit log. It stores ids only, so names are those of today, and whoever was deleted has none. */
@Service
public class AuditTrail {
    private final JdbcClient jdbc;
    private final List<Audited> told;

    AuditTrail(JdbcClient jdbc, List<AuditedThings> rooms) {
        this.jdbc = jdbc;
        this.told = rooms.stream()
                .flatMap(room -> room.audited().stream())
                .sorted(Comparator.comparing((Audited one) -> -one.actions().length()))
                .toList();
    }

    /**
     * @param member who did it; null for everybody
     * @param kind null for all
     * @param from the first moment; null for the first of all
     * @param until the moment after the last; null for now
     */
    public record Filter(
            @Nullable MemberId member,
            Audited.@Nullable Kind kind,
            @Nullable Instant from,
            @Nullable Instant until) {}

    private record Raw(
            UUID id,
            Instant at,
            String action,
            @Nullable UUID member,
            @Nullable String by,
            @Nullable String key,
            @Nullable UUID subject) {}

    private record Thing(String name, UUID place) {}

    /** The last first. */
    public Slice<AuditEntry> list(WorkspaceId workspace, Filter filter, @Nullable UUID after, int limit) {
        Slice<Raw> rows = Slice.of(rows(workspace, filter, after, limit + 1), limit, Raw::id);
        var things = new HashMap<UUID, Thing>();
        rows.items().stream()
                .filter(row -> row.subject() != null && of(row.action()).things() != null)
                .collect(Collectors.groupingBy(
                        row -> of(row.action()), Collectors.mapping(Raw::subject, Collectors.toSet())))
                .forEach((audited, ids) -> things.putAll(things(workspace, audited, ids.toArray(UUID[]::new))));
        return rows.map(row -> entry(row, things.get(row.subject())));
    }

    /** What an action is about. @throws IllegalStateException when no room tells; a test sees to it that one does */
    Audited of(String action) {
        return find(action).orElseThrow(() -> new IllegalStateException("No room tells what " + action + " is about"));
    }

    private Optional<Audited> find(String action) {
        return told.stream()
                .filter(one -> action.equals(one.actions()) || action.startsWith(one.actions() + "."))
                .findFirst();
    }

    private AuditEntry entry(Raw row, @Nullable Thing thing) {
        Audited audited = of(row.action());
        String path = audited.path();
        if (audited.things() != null) {
            path = thing == null || path == null
                    ? null
                    : path.replace("{}", thing.place().toString());
        }
        return new AuditEntry(
                row.id(),
                row.at(),
                row.action(),
                audited.kind(),
                row.member() == null ? null : new MemberId(row.member()),
                row.by(),
                row.key(),
                row.subject(),
                thing == null ? null : thing.name(),
                path);
    }

    private List<Raw> rows(WorkspaceId workspace, Filter filter, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select entry.id, entry.happened_at, entry.action, entry.member_id, member.name, api_key.name as key,
                          entry.subject_id
                        from audit_entry entry
                        left join member on member.workspace_id = :workspace and member.id = entry.member_id
                        left join api_key on api_key.workspace_id = :workspace and api_key.id = entry.api_key_id
                        where entry.workspace_id = :workspace
                          and (cast(:member as uuid) is null or entry.member_id = :member)
                          and entry.action ~ :actions
                          and entry.happened_at >= coalesce(cast(:from as timestamptz), '-infinity')
                          and entry.happened_at < coalesce(cast(:until as timestamptz), 'infinity')
                          and (cast(:after as uuid) is null
                            or (entry.happened_at, entry.id) < (
                              select happened_at, id
                              from audit_entry
                              where workspace_id = :workspace
                                and id = :after))
                        order by entry.happened_at desc, entry.id desc
                        limit :limit
                        """)
                .param("workspace", workspace.value())
                .param(
                        "member",
                        filter.member() == null ? null : filter.member().value())
                .param("actions", pattern(filter.kind()))
                .param("from", Rows.time(filter.from()))
                .param("until", Rows.time(filter.until()))
                .param("after", after)
                .param("limit", limit)
                .query(AuditTrail::raw)
                .list();
    }

    /** The actions of a kind; where one room speaks of another's in more words, both tell the same kind. */
    private String pattern(Audited.@Nullable Kind kind) {
        return told.stream()
                .filter(one -> kind == null || one.kind() == kind)
                .map(one -> one.actions().replace(".", "\\."))
                .collect(Collectors.joining("|", "^(", ")(\\.|$)"));
    }

    private Map<UUID, Thing> things(WorkspaceId workspace, Audited audited, UUID[] ids) {
        return jdbc
                .sql(audited.things())
                .param("workspace", workspace.value())
                .param("ids", ids)
                .query((row, n) ->
                        Map.entry(Rows.id(row, "id"), new Thing(row.getString("name"), Rows.id(row, "place"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    private static Raw raw(ResultSet row, int n) throws SQLException {
        return new Raw(
                Rows.id(row, "id"),
                Rows.time(row, "happened_at"),
                row.getString("action"),
                row.getObject("member_id", UUID.class),
                row.getString("name"),
                row.getString("key"),
                row.getObject("subject_id", UUID.class));
    }
}
