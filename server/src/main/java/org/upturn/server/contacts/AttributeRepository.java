package org.upturn.server.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upturn.server.kernel.Rows;
import org.upturn.server.kernel.WorkspaceId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of attribute definitions and of the settings of the room. */
@Repository
class AttributeRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    AttributeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AttributeDefinition> list(WorkspaceId workspace) {
        return jdbc.sql("""
                        select id, name, type, choices, demographic
                        from attribute_definition
                        where workspace_id = :workspace
                        order by demographic desc, lower(name)
                        """)
                .param("workspace", workspace.value())
                .query((row, n) -> new AttributeDefinition(
                        Rows.id(row, "id"),
                        row.getString("name"),
                        AttributeType.valueOf(
                                row.getString("type").toUpperCase(Locale.ROOT).replace('-', '_')),
                        JSON.readValue(row.getString("choices"), new TypeReference<List<String>>() {}),
                        row.getBoolean("demographic")))
                .list();
    }

    void insert(WorkspaceId workspace, AttributeDefinition one, Instant now) {
        jdbc.sql("""
                        insert into attribute_definition (workspace_id, id, name, type, choices, demographic, created_at)
                        values (:workspace, :id, :name, :type, cast(:choices as jsonb), :demographic, :now)
                        """)
                .param("workspace", workspace.value())
                .param("id", one.id())
                .param("name", one.name())
                .param("type", one.type().word())
                .param("choices", Rows.json(one.choices()))
                .param("demographic", one.demographic())
                .param("now", Rows.time(now))
                .update();
    }

    void update(WorkspaceId workspace, AttributeDefinition one) {
        jdbc.sql("""
                        update attribute_definition
                        set type = :type, choices = cast(:choices as jsonb), demographic = :demographic
                        where workspace_id = :workspace
                          and id = :id
                        """)
                .param("workspace", workspace.value())
                .param("id", one.id())
                .param("type", one.type().word())
                .param("choices", Rows.json(one.choices()))
                .param("demographic", one.demographic())
                .update();
    }

    void delete(WorkspaceId workspace, UUID id) {
        jdbc.sql("delete from attribute_definition where workspace_id = :workspace and id = :id")
                .param("workspace", workspace.value())
                .param("id", id)
                .update();
    }

    /** The different values that contacts have of an attribute. */
    List<String> values(WorkspaceId workspace, String name) {
        return jdbc.sql("""
                        select distinct attributes ->> :name as value
                        from contact
                        where workspace_id = :workspace
                          and jsonb_exists(attributes, :name)
                        order by value
                        """)
                .param("workspace", workspace.value())
                .param("name", name)
                .query(String.class)
                .list();
    }

    /** Names that contacts have attributes of, with how many contacts. */
    List<Map.Entry<String, Long>> names(WorkspaceId workspace) {
        return jdbc.sql("""
                        select attribute.name, count(*) as people
                        from contact
                        cross join lateral jsonb_object_keys(contact.attributes) as attribute(name)
                        where contact.workspace_id = :workspace
                          and contact.merged_into is null
                          and contact.erased_at is null
                        group by attribute.name
                        order by lower(attribute.name), attribute.name
                        limit 500
                        """)
                .param("workspace", workspace.value())
                .query((row, n) -> Map.entry(row.getString("name"), row.getLong("people")))
                .list();
    }

    void rewrite(WorkspaceId workspace, String name, String from, String to) {
        jdbc.sql("""
                        update contact
                        set attributes = attributes || jsonb_build_object(cast(:name as text), cast(:to as text)),
                          revision = revision + 1
                        where workspace_id = :workspace
                          and attributes ->> :name = :from
                        """)
                .param("workspace", workspace.value())
                .param("name", name)
                .param("from", from)
                .param("to", to)
                .update();
    }

    @Nullable
    String region(WorkspaceId workspace) {
        return jdbc.sql("select region from contact_settings where workspace_id = :workspace")
                .param("workspace", workspace.value())
                .query((row, n) -> java.util.Optional.ofNullable(row.getString("region")))
                .optional()
                .flatMap(region -> region)
                .orElse(null);
    }

    void setRegion(WorkspaceId workspace, @Nullable String region) {
        jdbc.sql("""
                        insert into contact_settings (workspace_id, region)
                        values (:workspace, :region)
                        on conflict (workspace_id) do update
                        set region = excluded.region
                        where contact_settings.workspace_id = :workspace
                        """)
                .param("workspace", workspace.value())
                .param("region", region)
                .update();
    }
}
